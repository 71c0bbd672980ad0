/** Commits what was decided without anything that others could change, so that there is nothing to decide anew. */
import type { Commit, CommitResult } from '../../shared/domain/change.ts';
import type { PortsFor } from '../../shared/ports.ts';

/** Throws, as an outage, where others were in the way for so long that it was not written. */
export async function commitOnce(
  commit: Commit,
  { directory }: PortsFor<'directory:write'>,
): Promise<CommitResult> {
  const result = await directory.commit(commit);
  if (!result.ok && result.conflict.on === 'contention')
    throw Object.assign(new Error('Others were in the way of a commit'), { name: 'ThrottlingException' });
  return result;
}

/** One batch of a job that takes what was deleted from users, or from the content that it was granted. */
import { GroupId } from '../../shared/contract/ids.ts';
import { aboutOf, advanced, batchSize, finished } from '../../shared/domain/job.ts';
import type { Job } from '../../shared/domain/model-jobs.ts';
import { ref } from '../../shared/domain/refs.ts';
import { decideForget, decideUnassign } from '../../shared/domain/unassign.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import type { PortsFor } from '../../shared/ports.ts';
import type { Tries, Work } from './work-on-job.ts';

/** Whoever has it is read anew each time: whom it was taken from is not among them any more. */
export async function workOnUnassigning(
  job: Job,
  { failures }: Tries,
  { directory, clock }: PortsFor<'directory:read' | 'directory:write'>,
): Promise<Work> {
  const { organization } = job;
  const about = aboutOf(job);
  const limit = failures === 0 ? batchSize : 1;
  const { items } = await directory.list({ of: 'assignment', organization, to: about.id }, { limit });
  if (items.length > 0) {
    const users = await directory.get(...items.map(({ user }) => ref.user(organization, user)));
    return {
      step: decideUnassign(
        job,
        items.map((assignment, i) => ({ assignment, user: users[i] })),
      ),
    };
  }
  const grants = await grantsOf(job, limit, directory);
  if (grants.length > 0) return { step: decideForget(job, grants) };
  const after = finished(advanced(job, [], job.done), clock.now());
  return { step: { after, changes: [{ do: 'update', before: job, after }], events: [] } };
}

/** Content that is granted to a group still. */
async function grantsOf(job: Job, limit: number, directory: DirectoryReader) {
  const { organization } = job;
  const group = GroupId.safeParse(aboutOf(job).id);
  if (!group.success) return [];
  const place = { of: 'content-grant', organization, group: group.data } as const;
  const { items } = await directory.list(place, { limit });
  const entries = await directory.get(
    ...items.map(({ contentType: type, contentId: id }) => ref.content(organization, { type, id })),
  );
  return items.map((grant, i) => ({ grant, entry: entries[i] }));
}

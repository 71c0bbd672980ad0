/** Whoever asks for something to be done to many users, with what they hold and the group or project that it is about. */
import type { Bulk, BulkDeed } from '../../shared/contract/bulk.ts';
import type { OrganizationActor } from '../../shared/domain/actor.ts';
import type { Doer } from '../../shared/domain/bulk.ts';
import { type Ref, ref } from '../../shared/domain/refs.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import { holdingsOfActor } from './load-rights.ts';

export async function loadDoer(
  actor: OrganizationActor,
  deed: BulkDeed | undefined,
  directory: DirectoryReader,
): Promise<Doer> {
  const { id } = actor.organization;
  const about: Ref<'group' | 'project'>[] = [
    ...(deed && 'group' in deed ? [ref.group(id, deed.group)] : []),
    ...(deed && 'project' in deed ? [ref.project(id, deed.project)] : []),
  ];
  const [holdings, [policy, place]] = await Promise.all([
    holdingsOfActor(actor, directory),
    directory.get(ref.policy(id), ...about),
  ]);
  return { actor, holdings, policy, place };
}

/** Users who are named may be gone; each of them has an outcome. */
export async function isSelectionThere(
  { org, selection }: Pick<Bulk, 'org' | 'selection'>,
  directory: DirectoryReader,
): Promise<boolean> {
  if (!('doneBy' in selection)) return true;
  const [job] = await directory.get(ref.job(org, selection.doneBy));
  return job !== undefined;
}

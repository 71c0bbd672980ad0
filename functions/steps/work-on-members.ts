/** One batch of a job that changes who is in a group: with what whoever started it holds at this moment. */
import type { PersonId } from '../../shared/contract/ids.ts';
import type { OrganizationActor } from '../../shared/domain/actor.ts';
import { holdingsOf } from '../../shared/domain/holdings.ts';
import { batchSize } from '../../shared/domain/job.ts';
import { type BatchAround, decideBatch } from '../../shared/domain/member-job.ts';
import type { User } from '../../shared/domain/model.ts';
import type { Job } from '../../shared/domain/model-jobs.ts';
import { ref } from '../../shared/domain/refs.ts';
import { starterActor } from '../../shared/domain/starter.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import type { PortsFor } from '../../shared/ports.ts';
import type { Work } from './work-on-job.ts';

/** How often a batch is tried whole, before its users are tried one by one; and how often one of them is then. */
const triesTogether = 3;
const triesAlone = 3;

/** @param failures how often others were in the way since the last batch */
export async function workOnMembers(
  job: Job,
  failures: number,
  { directory, clock }: PortsFor<'directory:read' | 'directory:write'>,
): Promise<Work> {
  const [slice] = await directory.get(ref.jobSlice(job.organization, job.id, job.done));
  if (!slice) throw new Error(`${job.id} has no slice ${job.done}`);
  const waiting = slice.items.filter(({ outcome }) => outcome === 'waiting');
  const items = waiting.slice(0, failures < triesTogether ? batchSize : 1);
  const [around, users] = await Promise.all([
    startedBy(job, directory),
    directory.get(...items.map(({ user }) => ref.user(job.organization, user))),
  ]);
  const isHopeless = failures >= triesTogether + triesAlone;
  const known = new Map(users.flatMap(user => (user ? [[user.id, user] as [PersonId, User]] : [])));
  const step = decideBatch({ job, slice, items }, { ...around, users: known, isHopeless }, clock.now());
  return { step, actor: around.starter?.actor };
}

type Around = Pick<BatchAround, 'group'> & {
  starter: (BatchAround['starter'] & { actor: OrganizationActor }) | undefined;
};

/** Whoever started a job, with what they hold, and the group that it is about. */
async function startedBy(
  { organization: id, startedBy: by, about }: Job,
  directory: DirectoryReader,
): Promise<Around> {
  const from = by?.organization ?? id;
  const [organization, home, policy, homePolicy, group, self] = await directory.get(
    ref.organization(id),
    ref.organization(from),
    ref.policy(id),
    ref.policy(from),
    ref.group(id, about.id as Parameters<typeof ref.group>[1]), // what such a job is about
    ...(by ? [ref.user(from, by.person)] : []),
  );
  if (!organization || !home || self?.type !== 'user') return { group, starter: undefined };
  const actor = starterActor({ organization, from: home, self }, 'groups.manage');
  return { group, starter: actor && { actor, holdings: holdingsOf(self, homePolicy), policy } };
}

/** One batch of a job that changes who is in a group: with what whoever started it holds at this moment. */
import type { PersonId } from '../../shared/contract/ids.ts';
import { batchSize } from '../../shared/domain/job.ts';
import { decideBatch } from '../../shared/domain/member-job.ts';
import type { User } from '../../shared/domain/model.ts';
import type { Job } from '../../shared/domain/model-jobs.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { sliceUnderWay } from './job-items.ts';
import { startedBy } from './job-starter.ts';
import type { Tries, Work } from './work-on-job.ts';

/** How often a batch is tried whole, before its users are tried one by one; and how often one of them is then. */
const triesTogether = 3;
const triesAlone = 3;

export async function workOnMembers(
  job: Job,
  { failures }: Tries,
  { directory, clock }: PortsFor<'directory:read' | 'directory:write'>,
): Promise<Work> {
  const { slice, waiting } = await sliceUnderWay(job, directory);
  const items = waiting.slice(0, failures < triesTogether ? batchSize : 1);
  const [{ doer, place }, users] = await Promise.all([
    startedBy(job, 'groups.manage', directory),
    directory.get(...items.map(({ user }) => ref.user(job.organization, user))),
  ]);
  const around = {
    starter: doer,
    group: place?.type === 'group' ? place : undefined,
    users: new Map(users.flatMap(user => (user ? [[user.id, user] as [PersonId, User]] : []))),
    isHopeless: failures >= triesTogether + triesAlone,
  };
  const step = decideBatch({ job, slice, items }, around, clock.now());
  return { step, actor: doer?.actor };
}

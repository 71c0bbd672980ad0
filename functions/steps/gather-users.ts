/** The next users of a job for whom nobody was named: they are gathered first, so that it is clear who is meant. */
import type { OrganizationId } from '../../shared/contract/ids.ts';
import { filterIn } from '../../shared/domain/asked-users.ts';
import { decideGathered, type Gathered, gatheredAtOnce } from '../../shared/domain/gather-job.ts';
import type { Gathering, Job, JobItem } from '../../shared/domain/model-jobs.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import type { PortsFor } from '../../shared/ports.ts';
import type { Work } from './work-on-job.ts';

type ByFilter = Extract<Gathering, { filter: unknown }>;
type OfJob = Exclude<Gathering, ByFilter>;

export async function gatherUsers(
  job: Job,
  gathering: Gathering,
  { directory, clock }: PortsFor<'directory:read'>,
): Promise<Work> {
  const gathered = await someOf(job.organization, gathering, directory);
  return { step: decideGathered(job, gathered, clock.now()) };
}

export function someOf(
  organization: OrganizationId,
  gathering: Gathering,
  directory: DirectoryReader,
): Promise<Gathered> {
  return 'filter' in gathering
    ? foundBy(organization, gathering, directory)
    : outOf(organization, gathering, directory);
}

/** In the order in which they were made, which nothing changes: nobody who stays is met twice, or missed. */
async function foundBy(
  organization: OrganizationId,
  gathering: ByFilter,
  directory: DirectoryReader,
): Promise<Gathered> {
  const { users, next } = await directory.listUsers(organization, {
    filter: filterIn(gathering.filter),
    sort: 'createdAt',
    descending: false,
    limit: gatheredAtOnce,
    after: gathering.after,
  });
  const items = users.map(({ id }): JobItem => ({ user: id, outcome: 'waiting' }));
  return { items, users, left: next === undefined ? undefined : { ...gathering, after: next } };
}

/** So many slices at once hold no more than are gathered at once. */
const slicesAtOnce = 15;

async function outOf(
  organization: OrganizationId,
  gathering: OfJob,
  directory: DirectoryReader,
): Promise<Gathered> {
  const slices = { of: 'job-slice', organization, job: gathering.job } as const;
  const { items, next } = await directory.list(slices, { limit: slicesAtOnce, after: gathering.after });
  const meant = items
    .flatMap(slice => slice.items)
    .filter(({ outcome }) => outcome === gathering.outcome)
    .map(({ user, action }): JobItem => ({ user, action, outcome: 'waiting' }));
  return { items: meant, left: next === undefined ? undefined : { ...gathering, after: next } };
}

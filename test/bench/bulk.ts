/** What a job takes that does one thing to very many users: the Lambda as it is deployed deactivates all of a large organization. */
import { type Crowd, memberOf } from '../../infra/local/seed/sizes/crowd.ts';
import { besidesOf, listedOf } from '../../infra/local/seed/sizes/stored.ts';
import { writeMany } from '../../infra/local/seed/sizes/write-many.ts';
import { itemOf } from '../../shared/adapters/dynamo/items.ts';
import { partitionsOf } from '../../shared/adapters/dynamo/ways.ts';
import { systemClock, systemIds } from '../../shared/adapters/system.ts';
import type { PersonId } from '../../shared/contract/ids.ts';
import type { OrganizationActor } from '../../shared/domain/actor.ts';
import { Counters } from '../../shared/domain/model.ts';
import type { Job } from '../../shared/domain/model-jobs.ts';
import { bulkJob } from '../../shared/domain/queue-job.ts';
import { ref } from '../../shared/domain/refs.ts';
import { type Bundles, type LambdaRun, makeBundles, together } from './lambda.ts';
import { type Machine, startMachine } from './machine.ts';
import { crowdHere } from './sizes.ts';

export type MeasuredBulk = { users: number; run: LambdaRun };

export async function measureBulk(users: number, progress: (step: string) => void): Promise<MeasuredBulk> {
  const [bundles, machine] = await Promise.all([makeBundles(), startMachine()]);
  try {
    const actor = await machine.found();
    const ids = await joined(users, actor, machine);
    progress(`Deactivating ${users} users`);
    const { job, run } = await deactivated(actor, machine, bundles);
    await requireEverybody(ids, { actor, job, machine });
    return { users, run };
  } finally {
    bundles.remove();
    await machine.stop();
  }
}

const filter = { status: ['active' as const] };
const everybody = { statuses: filter.status };
const atOnce = 1000;

/** So many who are active, with whatever they are found by where the job looks for them. */
async function joined(count: number, { organization }: OrganizationActor, { table }: Machine) {
  const crowd: Crowd = {
    ...crowdHere(),
    ...{ organization: organization.id, contractors: organization.id },
    ...{ groups: [], projects: [], customRoles: [] },
  };
  const places = new Set(partitionsOf(organization.id, everybody, [{ sort: 'createdAt' }]));
  const nothing = { policy: undefined, groups: [], projects: [] };
  const ids: PersonId[] = [];
  for (let number = 0; ids.length < count; ) {
    const members = Array.from({ length: atOnce }, () => memberOf(crowd, number++))
      .filter(({ user }) => user.status === 'active' && user.home)
      .slice(0, count - ids.length);
    const items = members.flatMap(({ user, person }) => [
      ...listedOf({ user, person }).filter(({ type, pk }) => type === 'user' || places.has(String(pk))),
      ...besidesOf({ user, person }, nothing),
    ]);
    await writeMany(table.client, table.table, items);
    ids.push(...members.map(({ user }) => user.id));
  }
  const counts = { active: count + 1, seats: count + 1, owners: 1 };
  const counters = Counters.parse({ type: 'counters', organization: organization.id, ...counts });
  await writeMany(table.client, table.table, [itemOf(counters)]);
  return ids;
}

async function deactivated(actor: OrganizationActor, machine: Machine, { start }: Bundles) {
  const { id: organization } = actor.organization;
  const task = { organization, deed: { action: 'deactivate' } } as const;
  const begun = { id: systemIds.make('job'), actor, now: systemClock.now() };
  const { job, changes, events } = bulkJob(begun, task, { gathering: { filter } });
  const told = await machine.enact(actor, { ok: true, changes, events, answer: job });
  const queued = told.find(({ action }) => action === 'job.queued');
  if (!queued) throw new Error('No job was queued');
  const lambda = start('run-job', machine.environment);
  const runs: LambdaRun[] = [];
  try {
    for (;;) {
      runs.push(await lambda.run(queued));
      const [now] = await machine.directory.get(ref.job(organization, job.id));
      if (now?.finishedAt) return { job: now, run: together(runs) };
    }
  } finally {
    await lambda.stop();
  }
}

type Ended = { actor: OrganizationActor; job: Job; machine: Machine };

/** Nobody was missed, and of each it is told once. */
async function requireEverybody(ids: readonly PersonId[], { actor, job, machine }: Ended): Promise<void> {
  const { id: organization } = actor.organization;
  const users = await machine.directory.get(...ids.map(id => ref.user(organization, id)));
  const inactive = users.filter(user => user?.status === 'inactive').length;
  const told = await machine.told(organization, 'user.deactivated');
  const faults = [
    ...(job.progress.done === ids.length ? [] : [`the job says ${JSON.stringify(job.progress)}`]),
    ...(inactive === ids.length ? [] : [`${inactive} of ${ids.length} are inactive`]),
    ...(told.length === ids.length && new Set(told).size === told.length
      ? []
      : [`${told.length} were told of`]),
  ];
  if (faults.length > 0) throw new Error(faults.join('; '));
}

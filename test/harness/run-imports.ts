/** Imports that are done: committed by a request, and what came of them, read past the door. */
import { expect } from 'vitest';
import type { Import } from '../../shared/domain/model-imports.ts';
import type { Job, JobItem } from '../../shared/domain/model-jobs.ts';
import type { PlannedRow } from '../../shared/domain/model-plans.ts';
import { ref } from '../../shared/domain/refs.ts';
import { type Arranged, arrangeOrganization } from './arrange.ts';
import { arrangePlan } from './arrange-imports.ts';
import { type FakeFront, fakeFront } from './fake-front.ts';
import { ask, type Session } from './front.ts';

export type Stage = { front: FakeFront; home: Arranged };

export async function stage(more = {}): Promise<Stage> {
  const front = fakeFront();
  return { front, home: await arrangeOrganization(front, { seats: 5000, ...more }) };
}

/** As the bus brings it. */
export const message = (detail: unknown) => ({ detail }) as never;

export async function commit({ front, home }: Stage, it: Import, as: Partial<Session> = home.owner) {
  const { status, body } = await ask(front, 'commit-import', { org: home.org, import: it.id }, as);
  expect(status, JSON.stringify(body)).toBe(202);
  const queued = front.world.directory.events.findLast(({ action }) => action === 'job.queued');
  return { id: body.job, queued: message(queued) };
}

export async function jobOf({ front, home }: Stage, id: Job['id'] | undefined): Promise<Job> {
  const [job] = id ? await front.world.directory.get(ref.job(home.org, id)) : [];
  if (!job) throw new Error('There is no such job');
  return job;
}

export async function itemsOf({ front, home }: Stage, job: Job['id']): Promise<JobItem[]> {
  const of = { of: 'job-slice', organization: home.org, job } as const;
  return (await front.world.directory.list(of, { limit: 10_000 })).items.flatMap(({ items }) => items);
}

/** Done from its beginning to its end, with nobody in the way. */
export async function done(it: Stage, rows: readonly PlannedRow[], more: Partial<Import> = {}) {
  const { id } = await commit(it, await arrangePlan(it.front, it.home, rows, more));
  await it.front.settle();
  const job = await jobOf(it, id);
  return { job, items: await itemsOf(it, job.id) };
}

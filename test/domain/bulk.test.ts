/** Bulks: what is queued, gathered and done at once fits into one transaction, and keeps to its pace. */
import { expect, test } from 'vitest';
import { systemIds as ids } from '../../shared/adapters/system.ts';
import { Bulk } from '../../shared/contract/bulk.ts';
import type { OrganizationActor } from '../../shared/domain/actor.ts';
import { type Doer, decideDeed } from '../../shared/domain/bulk.ts';
import { batchOf, type Judged } from '../../shared/domain/bulk-batch.ts';
import { decideGathered, gatheredAtOnce } from '../../shared/domain/gather-job.ts';
import type { Project } from '../../shared/domain/model-access.ts';
import { budgetOf } from '../../shared/domain/pace.ts';
import { spendInvitation } from '../../shared/domain/plan.ts';
import { bulkJob, unassignJob } from '../../shared/domain/queue-job.ts';
import { decideCancel, decidePause } from '../../shared/domain/steer-job.ts';
import { plusSeconds } from '../../shared/domain/time.ts';
import { actor, organization as home, now, orgId, user, userCase } from './build.ts';

/** DynamoDB takes so many items in one transaction. */
const mostItems = 100;

const organization = orgId();
const start = { id: ids.make('job'), actor: actor('owner'), now };
const people = (count: number) => Array.from({ length: count }, () => ids.make('usr'));
const deed = { action: 'deactivate' } as const;

test('as many as may be named are queued in one transaction, each once', () => {
  const users = people(1000);
  const wish = { org: organization, deed };
  expect(Bulk.safeParse({ ...wish, selection: { users } }).success).toBe(true);
  expect(Bulk.safeParse({ ...wish, selection: { users: [...users, ...people(1)] } }).success).toBe(false);
  const twice = [...users, ...users.slice(0, 10)];
  const { changes, events, job } = bulkJob(start, { organization, about: undefined, deed }, { users: twice });
  expect(changes.length + events.length + 1).toBeLessThanOrEqual(mostItems);
  const items = changes.flatMap(change =>
    change.do === 'create' && change.entity.type === 'job-slice' ? change.entity.items : [],
  );
  expect(items.map(item => item.user)).toEqual(users);
  expect(job.progress.total).toBe(1000);
});

test('as many as are gathered at once are written in one transaction, and the filter goes with the last', () => {
  const filter = { status: ['active' as const] };
  const task = { organization, about: undefined, deed };
  const { job } = bulkJob(start, task, { gathering: { filter } });
  const items = people(gatheredAtOnce).map(id => ({ user: id, outcome: 'waiting' }) as const);
  const first = decideGathered(job, { items, left: { filter, after: 'there' } }, now);
  expect(first.changes.length + 2).toBeLessThanOrEqual(mostItems);
  expect(first.after).toMatchObject({ state: 'running', gathering: { after: 'there' } });
  const last = decideGathered(first.after, { items: items.slice(0, 1), left: undefined }, now);
  expect(last.after).toMatchObject({ gathering: undefined, slices: 51, progress: { total: 1001 } });
  const nobody = decideGathered(job, { items: [], left: undefined }, now);
  expect(nobody.after).toMatchObject({ state: 'done', finishedAt: now, progress: { total: 0 } });
});

test('of users with much to change as many are done at once as fit', () => {
  const projects = Array.from({ length: 15 }, (): Project => {
    const id = ids.make('prj');
    return { type: 'project', version: 1, organization, id, name: id, members: 1, createdAt: now };
  });
  const owner = start.actor as OrganizationActor; // as the builder makes them
  const doer: Doer = { actor: owner, holdings: 'everything', policy: undefined, place: undefined };
  const judged = people(10).map((id): Judged => {
    const them = user({ id, projects: projects.map(each => each.id) });
    const it = userCase(them, owner, { named: { policy: undefined, groups: [], projects } });
    const decision = decideDeed({ action: 'set-role', role: 'admin' }, it, doer, {
      others: [],
      reserved: {},
    });
    if (!decision.ok) throw new Error(decision.failure.kind);
    return { item: { user: id, outcome: 'done' }, ...decision };
  });
  const { items, changes, events } = batchOf(judged);
  expect(items.length).toBeGreaterThan(1);
  expect(items.length).toBeLessThan(10);
  expect(changes.length + events.length + 4).toBeLessThanOrEqual(mostItems);
  const tallies = changes.filter(change => change.do === 'tally');
  expect(tallies.map(({ add }) => add)).toEqual(projects.map(() => -items.length));
});

test('what several use up is one step; what two of them would write, one of them does', () => {
  const inviting = people(3).map((id): Judged => {
    const event = { organization, action: 'user.invited', target: { type: 'user', id } } as const;
    const taken = { type: 'username', version: 1, organization, username: id, person: id } as const;
    return {
      item: { user: id, outcome: 'done' },
      changes: [spendInvitation(home(), now), { do: 'create', entity: taken }],
      events: [event],
    };
  });
  const { items, changes } = batchOf(inviting);
  expect(items).toHaveLength(3);
  expect(changes.filter(change => change.do === 'spend').map(({ add }) => add)).toEqual([3]);
  const [first, second, third] = inviting as [Judged, Judged, Judged];
  const freeing = first.changes.flatMap(change =>
    change.do === 'create' ? [{ do: 'remove', entity: change.entity } as const] : [],
  );
  const meeting = [first, { ...second, changes: freeing }, third];
  expect(batchOf(meeting).items).toEqual([first.item]);
});

test('what costs a mail or a session is counted by the second, and nothing else is', () => {
  const pace = { mailsPerSecond: 10, credentialsPerSecond: 20 };
  const at = (action: Bulk['deed']['action'], moment = now) => budgetOf(action, pace, moment);
  expect(at('send-invitation')).toMatchObject({ limit: 10 });
  expect(at('send-invitation')?.name).toBe(at('reset-password')?.name);
  expect(at('archive')).toEqual({ ...at('delete') });
  expect(at('archive')).toMatchObject({ limit: 20 });
  expect(at('archive')?.name).not.toBe(at('archive', plusSeconds(now, 1))?.name);
  expect(at('set-role')).toBeUndefined();
});

test('what was deleted is taken from everybody: that can neither rest nor be called off', () => {
  const about = { id: ids.make('grp'), name: 'Gone' };
  const { job } = unassignJob(start, organization, about, 3);
  const refused = { ok: false, failure: { kind: 'wrong-status' } };
  expect(decideCancel(job, now)).toMatchObject(refused);
  expect(decidePause(job)).toMatchObject(refused);
});

/** Jobs: what is queued fits into one transaction, and so does every batch. */
import { expect, test } from 'vitest';
import { systemIds as ids } from '../../shared/adapters/system.ts';
import { ChangeMembers } from '../../shared/contract/groups.ts';
import type { PersonId } from '../../shared/contract/ids.ts';
import { advanced, batchSize, finished, isOver } from '../../shared/domain/job.ts';
import { decideBatch } from '../../shared/domain/member-job.ts';
import type { User } from '../../shared/domain/model.ts';
import type { Assignment, Group } from '../../shared/domain/model-access.ts';
import type { JobSlice } from '../../shared/domain/model-jobs.ts';
import { changeMembersJob, unassignJob } from '../../shared/domain/queue-job.ts';
import { decideUnassign } from '../../shared/domain/unassign.ts';
import { actor, now, orgId, user } from './build.ts';

/** DynamoDB takes so many items in one transaction. */
const mostItems = 100;

const organization = orgId();
const group: Group = {
  ...{ type: 'group', version: 1, organization, id: ids.make('grp'), name: 'All' },
  ...{ createdAt: now, members: 0, contents: 0 },
};
const about = { id: group.id, name: group.name };
const start = { id: ids.make('job'), actor: actor('owner'), now };
const people = (count: number) => Array.from({ length: count }, () => ids.make('usr'));
const queued = (add: PersonId[]) => changeMembersJob(start, { organization, about }, { add, remove: [] });

test('the largest job that can be asked for is queued in one transaction, with the answer that is kept', () => {
  const add = people(5000);
  const wish = { org: organization, group: group.id };
  expect(ChangeMembers.safeParse({ ...wish, add }).success).toBe(true);
  expect(ChangeMembers.safeParse({ ...wish, add: [...add, ids.make('usr')] }).success).toBe(false);
  const { changes, events, job } = queued(add);
  expect(changes.length + events.length + 1).toBeLessThanOrEqual(mostItems);
  const slices = changes.flatMap(change =>
    change.do === 'create' && change.entity.type === 'job-slice' ? [change.entity] : [],
  );
  expect(slices.flatMap(({ items }) => items.map(({ user: id }) => id))).toEqual(add);
  expect(job).toMatchObject({ slices: slices.length, progress: { total: 5000 } });
  const largest = Math.max(...slices.map(slice => JSON.stringify(slice).length));
  expect(largest, 'with a reason for everybody it is far below 400 KB').toBeLessThan(10_000);
});

test('every batch fits into one transaction, with all that may be told of it', () => {
  const users = people(batchSize).map(id => user({ id, status: 'active' }));
  const { job, changes } = queued(users.map(({ id }) => id));
  const slice = changes.flatMap(change =>
    change.do === 'create' && change.entity.type === 'job-slice' ? [change.entity] : [],
  )[0] as JobSlice;
  const starter = { actor: start.actor, holdings: 'everything', policy: undefined } as const;
  const known = new Map<PersonId, User>(users.map(each => [each.id, each]));
  const batch = decideBatch(
    { job, slice, items: slice.items },
    { starter, group, users: known, isHopeless: false },
    now,
  );
  expect(batch.changes.length + batch.events.length + 1).toBeLessThanOrEqual(mostItems);
  expect(batch.events).toHaveLength(batchSize);
  expect(batch.after).toMatchObject({ state: 'done', progress: { done: batchSize } });
  const assigned = users.map(each => {
    const assignment: Assignment = {
      type: 'assignment',
      version: 1,
      organization,
      to: group.id,
      user: each.id,
    };
    return { assignment, user: { ...each, groups: [group.id] } };
  });
  const unassigning = decideUnassign(job, assigned);
  expect(unassigning.changes.length + unassigning.events.length + 1).toBeLessThanOrEqual(mostItems);
});

test('whatever was deleted, each user loses that and no more, in the trail where it belongs', () => {
  const role = ids.make('rol');
  const project = ids.make('prj');
  const them = user({ groups: [group.id, ids.make('grp')], customRoles: [role], projects: [project] });
  const taking = (id: typeof role | typeof project | typeof group.id) => {
    const { job } = unassignJob(start, organization, { id, name: 'Gone' }, 1);
    const assignment = { type: 'assignment', version: 1, organization, to: id, user: them.id } as const;
    const { changes, events } = decideUnassign(job, [{ assignment, user: them }]);
    const after = changes.flatMap(change =>
      change.do === 'update' && change.after.type === 'user' ? [change.after] : [],
    )[0];
    return { after, events };
  };
  expect(taking(group.id).after).toMatchObject({ groups: [them.groups[1]], customRoles: [role] });
  expect(taking(project).after).toMatchObject({ groups: them.groups, projects: [] });
  expect(taking(role).after).toMatchObject({ customRoles: [], projects: [project] });
  const told = [group.id, project, role].map(id =>
    taking(id).events.map(({ action, target }) => [action, target.id]),
  );
  expect(told).toEqual([
    [['group.member-removed', group.id]],
    [['project.member-removed', project]],
    [['user.edited', them.id]],
  ]);
});

test.each([
  ['done', { done: 3, failed: 0, skipped: 0 }],
  ['done', { done: 1, failed: 2, skipped: 0 }],
  ['done', { done: 0, failed: 1, skipped: 2 }],
  ['failed', { done: 0, failed: 3, skipped: 0 }],
  ['done', { done: 0, failed: 0, skipped: 0 }],
] as const)('it ends as %s with %o', (state, progress) => {
  const { job } = queued(people(3));
  const over = finished({ ...job, progress: { ...progress, total: 3 } }, now);
  expect(over.state).toBe(state);
  expect(isOver(over)).toBe(true);
  expect(isOver(advanced(job, [], 0))).toBe(false);
});

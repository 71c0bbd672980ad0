import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Role } from '../../shared/contract/roles.ts';
import { UserStatus } from '../../shared/contract/users.ts';
import type { User } from '../../shared/domain/model.ts';
import { countersMoved, counting, countingAll, turning } from '../../shared/domain/user.ts';
import { organization, person, user } from './build.ts';

const active = user({ status: 'active' });
const owner = user({ status: 'active', role: 'owner' });

test.each<[what: string, before: User | undefined, after: User | undefined, moved: object]>([
  ['somebody is invited', undefined, user(), { invited: 1, seats: 1 }],
  ['somebody is made silently', undefined, user({ seated: false }), { invited: 1 }],
  ['they accept', user(), active, { invited: -1, active: 1 }],
  ['an owner accepts', user({ role: 'owner' }), owner, { invited: -1, active: 1, owners: 1 }],
  [
    'they are deactivated',
    active,
    user({ status: 'inactive', seated: false }),
    { active: -1, inactive: 1, seats: -1 },
  ],
  ['an owner is deleted', owner, undefined, { active: -1, seats: -1, owners: -1 }],
  ['an invitation runs out', user(), user({ seated: false }), { seats: -1 }],
  ['a name changes', active, user({ status: 'active', firstName: 'Other' }), {}],
  ['API access is given', active, user({ status: 'active', apiAccess: true }), { apiUsers: 1 }],
  [
    'they are archived',
    active,
    user({ status: 'archived', seated: false }),
    { active: -1, archived: 1, seats: -1 },
  ],
  ['an owner is made an admin', owner, user({ status: 'active', role: 'admin' }), { owners: -1 }],
  ['an owner who is only invited is', user({ role: 'owner' }), user({ role: 'admin' }), {}],
  ['nobody comes or goes', undefined, undefined, {}],
])('when %s, the counters move by exactly that', (_, before, after, moved) => {
  expect(countersMoved(before, after)).toEqual(moved);
  const steps = Object.keys(moved).length > 0 ? [expect.objectContaining({ do: 'count', add: moved })] : [];
  expect(counting(organization(), before, after)).toEqual(steps);
});

test('several turns are counted in one step, and what makes up for itself in none', () => {
  const moved = countingAll(organization(), [
    [user(), undefined],
    [undefined, user({ apiAccess: true })],
  ]);
  expect(moved).toEqual([expect.objectContaining({ do: 'count', add: { apiUsers: 1 } })]);
  expect(
    countingAll(organization(), [
      [active, undefined],
      [undefined, active],
    ]),
  ).toEqual([]);
});

const users = fc.option(
  fc.record({
    role: fc.constantFrom(...Role.options),
    status: fc.constantFrom(...UserStatus.options),
    seated: fc.boolean(),
  }),
  { nil: undefined },
);

test('whatever way leads from one state to another, the counters end the same', () => {
  fc.assert(
    fc.property(fc.array(users, { minLength: 2, maxLength: 6 }), way => {
      const states = way.map(facts => facts && user(facts));
      const sum: Record<string, number> = {};
      states.slice(1).forEach((after, i) => {
        for (const [name, by] of Object.entries(countersMoved(states[i], after)))
          sum[name] = (sum[name] ?? 0) + by;
      });
      const direct = countersMoved(states[0], states.at(-1));
      expect(Object.fromEntries(Object.entries(sum).filter(([, by]) => by !== 0))).toEqual(direct);
    }),
  );
});

test('a turn writes the person only where their status or something of their own changes', () => {
  const before = { user: active, person: person(active) };
  const written = (after: Partial<User>, more?: object) =>
    turning(organization(), before, { user: { ...active, ...after, version: 2 }, person: more }).flatMap(
      change => (change.do === 'update' ? [change.after.type] : []),
    );
  expect(written({ firstName: 'Other' })).toEqual(['user']);
  expect(written({ status: 'inactive' })).toEqual(['user', 'person']);
  expect(written({}, { language: 'de' })).toEqual(['user', 'person']);
});

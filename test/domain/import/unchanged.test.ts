/** Whatever somebody is like: what an export writes of them is found unchanged when it is read in again. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Factor } from '../../../shared/contract/factors.ts';
import { Role } from '../../../shared/contract/roles.ts';
import { line } from '../../../shared/contract/text.ts';
import { UserColumn } from '../../../shared/contract/user-columns.ts';
import { Username, UserStatus } from '../../../shared/contract/users.ts';
import { judgeRow } from '../../../shared/domain/import/judge.ts';
import type { User } from '../../../shared/domain/model.ts';
import { nothingNamed } from '../../../shared/domain/rights.ts';
import { viewUser } from '../../../shared/domain/user.ts';
import { userRow } from '../../../shared/domain/user-cells.ts';
import { address, invitation, minutesFromNow, now } from '../build.ts';
import { group, groupId, policy, project, projectId, roleId } from '../build-access.ts';
import { found, givable, member, plan, scene } from './build-import.ts';

/** Names that could be taken for something else. */
const odd = [
  'none',
  'ALL',
  'yes',
  '=Sum',
  "'=x",
  'grp_1',
  'a; b',
  '"q"',
  'Twins',
  'twins',
  '007',
  '1e5',
  'ﬁ',
  'E\u0301',
];
const anyLine = (max: number) =>
  fc
    .oneof(fc.constantFrom(...odd), fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }))
    .map(text => line(max).safeParse(text).data)
    .filter(text => text !== undefined);

const username = fc.oneof(
  fc.constantFrom('none', 'all', '007', '1e5', 'ada'),
  fc.stringMatching(/^[a-z0-9-]{1,9}$/),
);
const someOf = <T>(...all: readonly T[]) => fc.shuffledSubarray([...all]);
const permissions = ['crm.read', 'crm.write', 'crm.old', 'gone.at-all'] as never[];

const anybody: fc.Arbitrary<User> = fc
  .record({
    ...{ firstName: anyLine(100), lastName: anyLine(100), displayName: anyLine(200) },
    username: fc.option(
      username.filter(name => Username.safeParse(name).success),
      { nil: undefined },
    ),
    role: fc.constantFrom(...Role.options),
    access: fc.oneof(
      fc.constant({ mode: 'all' } as const),
      someOf(...permissions).map(given => ({ mode: 'custom', permissions: given }) as const),
    ),
    // The last of each is gone.
    customRoles: someOf(...[1, 2, 9].map(roleId)),
    groups: someOf(...[1, 2, 3, 4, 9].map(groupId)),
    projects: someOf(...[1, 2, 9].map(projectId)),
    status: fc.constantFrom(...UserStatus.options),
    ...{ approved: fc.boolean(), requireMfa: fc.boolean(), apiAccess: fc.boolean(), home: fc.boolean() },
    factors: someOf(...Factor.options),
    invitation: fc.option(
      fc.record({
        language: fc.constantFrom('en', 'de', 'fr', 'es' as const),
        acceptedAt: fc.option(fc.constant(now), { nil: undefined }),
        revokedAt: fc.option(fc.constant(now), { nil: undefined }),
        expiresAt: fc.constantFrom(minutesFromNow(-1), minutesFromNow(60)),
      }),
      { nil: undefined },
    ),
    lastActiveAt: fc.option(fc.constant(now), { nil: undefined }),
  })
  .map(({ invitation: invited, ...facts }) =>
    member(5, {
      email: address('any'),
      ...facts,
      invitation: invited && invitation(invited),
    } as Partial<User>),
  );

const names = fc.array(anyLine(80), { minLength: 4, maxLength: 4 });

/** A sheet is read without whitespace around its cells. */
const rowOf = (of: User, columns: readonly UserColumn[], labels: ReturnType<typeof scene>['labels']) => ({
  number: 2,
  cells: userRow({ ...of, view: viewUser(of, { named: nothingNamed, now }) }, columns, labels).map(cell =>
    cell.trim(),
  ),
});

test('by ID, with whatever columns, whoever asks', () => {
  const columns = fc
    .shuffledSubarray(UserColumn.options)
    .map(some => ['id', ...some.filter(each => each !== 'id')] as UserColumn[]);
  fc.assert(
    fc.property(
      anybody,
      names,
      columns,
      fc.constantFrom('owner', 'admin' as const),
      (user, [a, b, c, d], some, by) => {
        const groups = [
          group(1, { name: a }),
          group(2, { name: b }),
          group(3, { name: c }),
          group(4, { name: d }),
        ];
        const of = scene({ columns: some, by, givable: { groups } });
        const row = rowOf(user, some, of.labels);
        const { outcome, errors } = judgeRow(row, found(row, of, [user]), of, now);
        expect({ outcome, errors }).toEqual({ outcome: 'unchanged', errors: [] });
      },
    ),
    { numRuns: 1000 },
  );
});

test('by address, whoever is not archived; and of whoever is archived it says so', () => {
  const columns = UserColumn.options.filter(column => column !== 'id');
  fc.assert(
    fc.property(anybody, user => {
      const of = scene({ columns });
      const row = rowOf(user, columns, of.labels);
      const cells = Object.fromEntries(columns.map((column, at) => [column, row.cells[at] ?? '']));
      const [planned] = plan([cells], [user], { columns });
      expect(planned).toMatchObject({ outcome: 'unchanged', errors: [], user: user.id });
    }),
    { numRuns: 300 },
  );
});

test('projects and custom roles of equal name are told apart by their ids', () => {
  const twins = [project(1), project(2)].map(each => ({ ...each, name: 'Twins' }));
  const roles = policy({ 1: [], 2: [] });
  for (const role of Object.values(roles.customRoles)) role.name = 'None';
  const of = scene({
    columns: ['id', 'projects', 'customRoles'],
    givable: { projects: twins, policy: roles },
  });
  const user = member(5, { projects: [projectId(2)], customRoles: [roleId(1)] });
  const row = rowOf(user, ['id', 'projects', 'customRoles'], of.labels);
  expect(row.cells).toEqual([user.id, projectId(2), roleId(1)]);
  expect(judgeRow(row, found(row, of, [user]), of, now).outcome).toBe('unchanged');
  expect(givable.projects).toHaveLength(2);
});

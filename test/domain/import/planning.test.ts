/** Rows one after the other: what stands in a file twice, and what is limited. */
import { expect, test } from 'vitest';
import { member, plan, plenty } from './build-import.ts';

const columns = ['id', 'firstName', 'lastName', 'email', 'username', 'role', 'access'] as const;

const somebody = (number: number, more = {}) => ({
  ...{ firstName: 'Some', lastName: 'Body', email: `new${number}@example.com`, access: 'all' },
  ...more,
});

const outcomes = (rows: ReturnType<typeof plan>) => rows.map(({ outcome }) => outcome);

test('an address that is in the file twice is created once; the other row names the first', () => {
  const rows = plan([somebody(1), somebody(2), somebody(1, { email: 'NEW1@example.com ' })], [], { columns });
  expect(outcomes(rows)).toEqual(['create', 'create', 'error']);
  expect(rows[2]?.errors).toMatchObject([
    { heading: 'Email', value: 'NEW1@example.com', reason: 'Row 2 is about the same user.' },
  ]);
});

test('one user by ID and by address is one user', () => {
  const user = member(5);
  const rows = plan([{ id: user.id }, { email: user.email, firstName: 'Una' }, { id: user.id }], [user], {
    columns,
  });
  expect(outcomes(rows)).toEqual(['unchanged', 'error', 'error']);
  expect(rows.map(({ errors }) => errors[0]?.reason)).toEqual([
    undefined,
    ...Array(2).fill('Row 2 is about the same user.'),
  ]);
});

test('two users who had one address, one of them archived, are two', () => {
  const email = member(5).email;
  const users = [member(5), member(6, { email, status: 'archived', seated: false })];
  expect(
    outcomes(
      plan(
        users.map(({ id }) => ({ id, email })),
        users,
        { columns },
      ),
    ),
  ).toEqual(['unchanged', 'unchanged']);
});

test('a username is wished for once', () => {
  const rows = plan([somebody(1, { username: 'ada' }), somebody(2, { username: 'Ada' })], [], { columns });
  expect(rows[1]?.errors).toMatchObject([
    { heading: 'Username', value: 'Ada', reason: 'Row 2 has the same username.' },
  ]);
});

test('seats are counted down as the job will: whoever finds none is an error, and silently there is room', () => {
  const rows = [1, 2, 3].map(number => somebody(number));
  const bounds = { ...plenty, seats: 98 };
  const planned = plan(rows, [], { columns }, bounds);
  expect(outcomes(planned)).toEqual(['create', 'create', 'error']);
  expect(planned[2]?.errors).toMatchObject([{ reason: /All seats/, remedy: /without sending/ }]);
  expect(outcomes(plan(rows, [], { columns, sendInvitations: false }, bounds))).toEqual(
    Array(3).fill('create'),
  );
});

test('invitations of this hour are counted, too', () => {
  const planned = plan([somebody(1), somebody(2)], [], { columns }, { ...plenty, invitations: 499 });
  expect(outcomes(planned)).toEqual(['create', 'error']);
  expect(planned[1]?.errors).toMatchObject([{ reason: /in an hour are used up/ }]);
});

test('the last owner stays', () => {
  const users = [member(5, { role: 'owner' }), member(6, { role: 'owner' })];
  const rows = plan(
    users.map(({ id }) => ({ id, role: 'admin' })),
    users,
    { columns },
  );
  expect(outcomes(rows)).toEqual(['update', 'error']);
  expect(rows[1]?.errors).toMatchObject([{ heading: 'Role', reason: /last one/ }]);
});

test('a row that is wrong takes no seat', () => {
  const bounds = { ...plenty, seats: 99 };
  expect(outcomes(plan([somebody(1, { firstName: '' }), somebody(2)], [], { columns }, bounds))).toEqual([
    'error',
    'create',
  ]);
});

test('a row says who it is about, and how it stood', () => {
  const user = member(5);
  const rows = plan(
    [somebody(1), { id: user.id, firstName: 'X' }, { firstName: 'No', lastName: 'Address' }],
    [user],
    { columns },
  );
  expect(rows.map(({ number, name, email }) => [number, name, email])).toEqual([
    [2, 'Some Body', 'new1@example.com'],
    [3, 'Uma User', user.email],
    [4, 'No Address', ''],
  ]);
  expect(rows[2]?.cells).toEqual(['', 'No', 'Address', '', '', '', '']);
});

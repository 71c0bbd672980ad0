/** What becomes of a user, for every situation they can be in, everything that can be done, and whoever does it. */
import { expect, test } from 'vitest';
import { Role } from '../../shared/contract/roles.ts';
import { UserStatus } from '../../shared/contract/users.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import { statusAfter } from '../../shared/domain/transitions.ts';
import { countersMoved } from '../../shared/domain/user.ts';
import { actor, invitation, organization, orgId, personId, user } from './build.ts';
import { actions, afterwards, type Judged, judge, situationOf, situations } from './situations.ts';

/** The situation after it; a dash where the status does not allow it. */
const table = `
          accept  deactivate  reactivate  archive   restore   delete  approve  send     renew    extend   revoke   copy link  expire   edit      email
silent    -       never in    -           put away  -         gone    -        pending  -        -        -        -          -        silent    -
pending   active  never in    -           put away  -         gone    -        pending  pending  pending  revoked  pending    -        pending   -
waits     passed  never in    -           put away  -         gone    pending  waits    waits    waits    revoked  waits      -        waits     -
run out   -       never in    -           put away  -         gone    -        pending  pending  -        -        -          expired  run out   -
expired   -       never in    -           put away  -         gone    -        pending  pending  -        -        -          -        expired   -
revoked   -       never in    -           put away  -         gone    -        pending  -        -        -        -          -        revoked   -
active    -       inactive    -           archived  -         gone    -        -        -        -        -        -          -        active    active
passed    -       inactive    -           archived  -         gone    active   -        -        -        -        -          -        passed    passed
inactive  -       -           active      archived  -         gone    -        -        -        -        -        -          -        inactive  inactive
never in  -       -           -           put away  -         gone    -        pending  -        -        -        -          -        never in  -
archived  -       -           -           -         inactive  gone    -        -        -        -        -        -          -        -         -
put away  -       -           -           -         never in  gone    -        -        -        -        -        -          -        -         -
`;

const lines = table
  .trim()
  .split('\n')
  .map(line => line.trim().split(/\s{2,}/));
const [columns = [], ...rows] = lines;
const cells = rows.flatMap(([situation = '', ...outcomes]) =>
  columns.map((action, i) => ({ situation, action, expected: outcomes[i] ?? '' })),
);

/** To users of which role each role may do it. */
const every: Record<Role, Role[]> = {
  owner: ['owner', 'admin', 'manager', 'user'],
  admin: ['admin', 'manager', 'user'],
  manager: ['manager', 'user'],
  user: [],
};
const exceptions: Record<string, Partial<typeof every>> = { delete: { manager: ['user'] } };

/** What the invitee's own link, the schedule and a partner do: their rules are of another kind. */
const ofNoRole = ['accept', 'renew', 'expire', 'approve'];

function may(role: Role, action: string, target: Role): boolean {
  return ofNoRole.includes(action) || (exceptions[action]?.[role] ?? every[role]).includes(target);
}

const refusals = [
  'wrong-status',
  'link-replaced',
  'invitation-expired',
  'invitation-revoked',
  'invitation-accepted',
];
const kindOf = (judged: Judged) => (judged.ok ? 'done' : judged.failure.kind);

test('every action and every situation stand in the table', () => {
  expect(columns).toEqual(Object.keys(actions));
  expect(rows.map(([situation]) => situation)).toEqual(Object.keys(situations));
  for (const [name, facts] of Object.entries(situations)) expect(situationOf(user(facts))).toBe(name);
});

test.each(cells)('$action, when $situation: $expected', ({ situation, action, expected }) => {
  for (const role of Role.options) {
    for (const target of Role.options) {
      const before = user({ ...situations[situation], role: target });
      const judged = judge(action, before, actor(role));
      const who = `${role} to ${target}`;
      if (!may(role, action, target)) expect(kindOf(judged), who).toBe('role-too-high');
      else if (!judged.ok) {
        expect(expected, who).toBe('-');
        expect(refusals, who).toContain(kindOf(judged));
      } else {
        const after = afterwards(before, judged.changes);
        expect(situationOf(after), who).toBe(expected);
        expect(judged.events, who).toHaveLength(1);
        if (after) expect(after.version, who).toBe(before.version + 1);
        const counted = judged.changes.flatMap(change => (change.do === 'count' ? [change.add] : []));
        const moved = countersMoved(before, after);
        expect(counted, who).toEqual(Object.keys(moved).length > 0 ? [moved] : []);
      }
    }
  }
});

test.each(['deactivate', 'archive', 'delete', 'email'])('nobody does %s to themselves', action => {
  for (const role of Role.options) {
    const myself = user({ ...situations.active, role, id: personId(9) });
    expect(kindOf(judge(action, myself, actor(role)))).toBe('own-account');
  }
});

test("a partner's staff look after people by the role that they hold among their own, and approve them", () => {
  const staff = (role: Role): Actor => ({
    ...{ kind: 'partner', role, person: personId(9), session: 'session' },
    organization: organization(),
    self: user({ id: personId(9), organization: orgId(3), role }),
  });
  for (const { situation, action, expected } of cells) {
    if (ofNoRole.includes(action)) continue;
    const judged = judge(action, user({ ...situations[situation], role: 'admin' }), staff('admin'));
    expect(judged.ok, `${action}, when ${situation}`).toBe(expected !== '-');
    const beyond = judge(action, user({ ...situations[situation], role: 'admin' }), staff('manager'));
    expect(kindOf(beyond), `${action}, when ${situation}`).toBe('role-too-high');
  }
  expect(kindOf(judge('approve', user(situations.waits), staff('manager')))).toBe('done');
});

/** The drawing of the life of a user, as the product's description has it. */
const drawing: Record<string, Record<UserStatus, string>> = {
  'send-invitation': { invited: 'invited', active: '', inactive: 'invited', archived: '' },
  accept: { invited: 'active', active: '', inactive: '', archived: '' },
  deactivate: { invited: 'inactive', active: 'inactive', inactive: '', archived: '' },
  reactivate: { invited: '', active: '', inactive: 'active', archived: '' },
  archive: { invited: 'archived', active: 'archived', inactive: 'archived', archived: '' },
  restore: { invited: '', active: '', inactive: '', archived: 'inactive' },
  delete: { invited: 'gone', active: 'gone', inactive: 'gone', archived: 'gone' },
};

test.each(Object.keys(drawing) as Parameters<typeof statusAfter>[0][])(
  '%s leads where it is drawn',
  action => {
    for (const status of UserStatus.options) {
      for (const acceptedAt of [undefined, user().createdAt]) {
        const of = user({ status, invitation: invitation({ acceptedAt }) });
        const isOther =
          (action === 'reactivate' && !acceptedAt) ||
          (action === 'send-invitation' && acceptedAt !== undefined);
        expect(statusAfter(action, of) ?? '').toBe(isOther ? '' : drawing[action]?.[status]);
      }
    }
  },
);

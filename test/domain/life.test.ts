/** What becomes of a user, for every situation they can be in, everything that can be done, and whoever does it. */
import { expect, test } from 'vitest';
import { Role } from '../../shared/contract/roles.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import type { Change } from '../../shared/domain/change.ts';
import { invitationState } from '../../shared/domain/invitation.ts';
import { decideDeactivate, decideDelete, decideReactivate } from '../../shared/domain/life.ts';
import type { Person, User } from '../../shared/domain/model.ts';
import { decideCopyLink, decideExpire, decideExtend, decideRevoke } from '../../shared/domain/pending.ts';
import { decideRenew, decideSend } from '../../shared/domain/send.ts';
import { countersMoved, type UserCase } from '../../shared/domain/user.ts';
import { actor, invitation, minutesFromNow, now, orgId, person, personId, user, userCase } from './build.ts';

const past = { expiresAt: minutesFromNow(-1) };
const accepted = invitation({ acceptedAt: minutesFromNow(-30) });

const situations: Record<string, Partial<User>> = {
  silent: {
    seated: false,
    invitation: invitation({ generation: 0, sentAt: undefined, expiresAt: undefined }),
  },
  pending: {},
  'run out': { invitation: invitation(past) },
  expired: { seated: false, invitation: invitation(past) },
  revoked: { seated: false, invitation: invitation({ revokedAt: now }) },
  active: { status: 'active', invitation: accepted },
  inactive: { status: 'inactive', seated: false, invitation: accepted },
  'never in': { status: 'inactive', seated: false },
  archived: { status: 'archived', seated: false, invitation: accepted },
};

type Judged = { ok: true; changes: Change[]; events: unknown[] } | { ok: false; failure: { kind: string } };

const actions: Record<string, (it: UserCase) => Judged> = {
  deactivate: decideDeactivate,
  reactivate: decideReactivate,
  send: it => decideSend(it, {}),
  renew: decideRenew,
  extend: it => decideExtend(it, 60),
  revoke: decideRevoke,
  'copy link': decideCopyLink,
  expire: decideExpire,
  delete: it => decideDelete(it, {}),
};

/** The situation after it; a dash where the status does not allow it. */
const table = `
           deactivate  reactivate  send      renew     extend    revoke    copy link  expire    delete
silent     never in    -           pending   -         -         -         -          -         gone
pending    never in    -           pending   pending   pending   revoked   pending    -         gone
run out    never in    -           pending   pending   -         -         -          expired   gone
expired    never in    -           pending   pending   -         -         -          -         gone
revoked    never in    -           pending   -         -         -         -          -         gone
active     inactive    -           -         -         -         -         -          -         gone
inactive   -           active      -         -         -         -         -          -         gone
never in   -           -           pending   -         -         -         -          -         gone
archived   -           -           -         -         -         -         -          -         gone
`;

const lines = table
  .trim()
  .split('\n')
  .map(line => line.trim().split(/\s{2,}/));
const [columns = [], ...rows] = lines;
const cells = rows.flatMap(([situation = '', ...outcomes]) =>
  columns.map((action, i) => ({ situation, action, expected: outcomes[i] ?? '' })),
);

/** The user after an action, or undefined when they are gone. */
function afterwards(before: User, changes: readonly Change[]): User | undefined {
  for (const change of changes) {
    if (change.do === 'update' && change.after.type === 'user') return change.after;
    if (change.do === 'remove' && change.entity.type === 'user') return undefined;
  }
  return before;
}

function situationOf(of: User | undefined): string {
  if (!of) return 'gone';
  const { status, seated, invitation } = of;
  if (status === 'inactive' && !invitation?.acceptedAt) return 'never in';
  if (status !== 'invited' || !invitation) return status;
  const state = invitationState(invitation, now);
  if (state === 'expired') return seated ? 'run out' : 'expired';
  return state === 'not-sent' ? 'silent' : state;
}

const judge = (action: string, target: User, by: Actor): Judged => {
  const decide = actions[action];
  if (!decide) throw new Error(`There is no action ${action}`);
  return decide(userCase(target, by));
};

test('every action and every situation stand in the table', () => {
  expect(columns).toEqual(Object.keys(actions));
  expect(rows.map(([situation]) => situation)).toEqual(Object.keys(situations));
  for (const [name, facts] of Object.entries(situations)) expect(situationOf(user(facts))).toBe(name);
});

test.each(cells)('$action, when $situation: $expected', ({ situation, action, expected }) => {
  const before = user(situations[situation]);
  const judged = judge(action, before, actor('owner'));
  if (!judged.ok) {
    expect(expected).toBe('-');
    expect(['wrong-status', 'invitation-revoked', 'invitation-accepted']).toContain(judged.failure.kind);
    return;
  }
  const after = afterwards(before, judged.changes);
  expect(situationOf(after)).toBe(expected);
  expect(judged.events).toHaveLength(1);
  if (after) expect(after.version).toBe(before.version + 1);
  const counted = judged.changes.flatMap(change => (change.do === 'count' ? [change.add] : []));
  const moved = countersMoved(before, after);
  expect(counted).toEqual(Object.keys(moved).length > 0 ? [moved] : []);
});

/** To users of which role each role may do it. The system and the invitee's own link follow rules of their own. */
const allowed: Record<string, Partial<Record<Role, string>>> = Object.fromEntries(
  ['deactivate', 'reactivate', 'send', 'extend', 'revoke', 'copy link'].map(action => [
    action,
    { owner: 'owner admin manager user', admin: 'admin manager user', manager: 'manager user' },
  ]),
);
allowed.delete = { owner: 'owner admin manager user', admin: 'admin manager user', manager: 'user' };

const possible: Record<string, string> = { reactivate: 'inactive', deactivate: 'active', delete: 'active' };

test.each(Object.keys(allowed))(
  '%s is refused to whoever may not, before anything is said of the status',
  action => {
    for (const role of Role.options) {
      for (const target of Role.options) {
        const may = allowed[action]?.[role]?.split(' ').includes(target) ?? false;
        const at = possible[action] ?? 'pending';
        const judged = judge(action, user({ ...situations[at], role: target }), actor(role));
        expect(judged.ok, `${role} ${action} ${target}`).toBe(may);
        for (const situation of may ? [] : Object.keys(situations)) {
          const refused = judge(action, user({ ...situations[situation], role: target }), actor(role));
          expect(refused).toMatchObject({ ok: false, failure: { kind: 'role-too-high' } });
        }
      }
    }
  },
);

test.each(['deactivate', 'delete'])('nobody does %s to themselves, whatever their role', action => {
  for (const role of Role.options) {
    const myself = user({ ...situations.active, role, id: personId(9) });
    expect(judge(action, myself, actor(role))).toMatchObject({ failure: { kind: 'own-account' } });
  }
});

test('deactivating at home ends every session, elsewhere those in the organization alone', () => {
  const target = user(situations.active);
  const changedPerson = (home: Person['home']) => {
    const judged = decideDeactivate(userCase(target, actor('owner'), { person: person(target, { home }) }));
    const changes = judged.ok ? judged.changes : [];
    return changes.flatMap(change =>
      change.do === 'update' && change.after.type === 'person' ? [change.after] : [],
    );
  };
  expect(changedPerson(target.organization)).toMatchObject([{ sessionsValidAfter: now }]);
  expect(changedPerson(orgId(2))[0]?.sessionsValidAfter).toBeUndefined();
});

test('with the last organization the person goes, and the address is free again', () => {
  const target = user({ ...situations.active, username: 'uma' });
  const removedFor = (more: Partial<Person>) => {
    const it = userCase(target, actor('owner'), { person: person(target, more) });
    const email = { type: 'email', version: 1, email: target.email, person: target.id } as const;
    const username = {
      type: 'username',
      version: 1,
      organization: orgId(),
      username: 'uma',
      person: target.id,
    } as const;
    const judged = decideDelete(it, { email, username });
    return (judged.ok ? judged.changes : []).flatMap(change =>
      change.do === 'remove' ? [change.entity.type] : [],
    );
  };
  expect(removedFor({}).sort()).toEqual(['email', 'person', 'user', 'username']);
  const elsewhere = { memberships: { [orgId()]: 'active', [orgId(2)]: 'active' } } as const;
  expect(removedFor(elsewhere).sort()).toEqual(['user', 'username']);
});

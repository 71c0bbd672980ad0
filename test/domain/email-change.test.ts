/** Whose an address is, who may have it, and when a change of it can be confirmed. */
import { expect, test } from 'vitest';
import type { Change } from '../../shared/domain/change.ts';
import { holdAddress, keepsAddress, takeAddress } from '../../shared/domain/email.ts';
import {
  cancelEmailChange,
  confirmEmailChange,
  requestEmailChange,
} from '../../shared/domain/email-change.ts';
import type { EmailReservation, Link, Person } from '../../shared/domain/model.ts';
import {
  address,
  invitation,
  link,
  minutesFromNow,
  now,
  organization,
  orgId,
  person,
  personId,
  reserved,
  user,
} from './build.ts';

const accepted = user({ status: 'active', invitation: invitation({ acceptedAt: now }) });
const elsewhere = { ...accepted, organization: orgId(2), home: false };
const invited = user({ organization: orgId(3) });
const users = [accepted, elsewhere, invited];
const [wanted, later] = [address('wanted'), minutesFromNow(180)];
const somebody = personId(2);

const them = (more: Partial<Person> = {}) => person(accepted, { emailGeneration: 4, ...more });
const pending = { email: wanted, requestedAt: now, expiresAt: later, generation: 4 };
const account = { person: them(), users, home: organization(), now };

const steps = (changes: readonly Change[]) =>
  changes.map(change => {
    const entity = 'entity' in change ? change.entity : 'after' in change ? change.after : undefined;
    return `${change.do} ${entity?.type}`;
  });

test.each<[what: string, found: EmailReservation | undefined, expected: string]>([
  ['nobody has', undefined, 'create'],
  ['is held for them already', reserved(wanted, personId(), minutesFromNow(5)), 'update'],
  ['was held for somebody, until a moment that is past', reserved(wanted, somebody, now), 'update'],
  ['is held for somebody', reserved(wanted, somebody, minutesFromNow(1)), 'check'],
  ['somebody has', reserved(wanted, somebody), 'check'],
])('an address that %s', (_, found, expected) => {
  const held = holdAddress({ email: wanted, person: personId(), until: later }, found, now);
  expect(held.do).toBe(expected);
  if (held.do === 'update') expect(held.after).toMatchObject({ person: personId(), pendingUntil: later });
  // One step of a transaction for each: neither the answer nor its time tells them apart.
  const asked = requestEmailChange(account, { email: wanted }, { wanted: found });
  expect(asked.ok && steps(asked.changes)).toEqual([
    'update person',
    'update user',
    'update user',
    `${expected} email`,
  ]);
});

test('every user who shows the person shows what they wait for; whoever has only invited them does not', () => {
  const asked = requestEmailChange(account, { email: wanted, requestedBy: personId(9) }, {});
  if (!asked.ok) throw new Error('It is refused');
  expect(asked.answer.users.map(({ emailChange }) => emailChange?.email)).toEqual([
    wanted,
    wanted,
    undefined,
  ]);
  expect(asked.answer.person).toMatchObject({
    emailGeneration: 5,
    emailChange: { generation: 5, requestedBy: personId(9) },
  });
  expect(asked.answer.users[0]?.emailChange).toEqual({ email: wanted, requestedAt: now, expiresAt: later });
  expect(asked.events).toMatchObject([{ action: 'email-change.requested', target: { type: 'user' } }]);
  expect(JSON.stringify(asked.events)).not.toContain('@');
});

test('what was asked for before is given back, as far as it is theirs', () => {
  const before = { person: them({ emailChange: { ...pending, email: address('before') } }) };
  const released = (reservation: EmailReservation) => {
    const asked = requestEmailChange({ ...account, ...before }, { email: wanted }, { before: reservation });
    return asked.ok && steps(asked.changes).includes('remove email');
  };
  expect(released(reserved(address('before'), personId(), later))).toBe(true);
  expect(released(reserved(address('before'), somebody, later))).toBe(false);
  expect(released(reserved(address('before'), somebody))).toBe(false);
});

test.each<
  [
    what: string,
    scene: { person?: Partial<Person>; link?: Partial<Link>; held?: EmailReservation | 'none' },
    opens: boolean,
  ]
>([
  ['opens', {}, true],
  ['of an older change does not', { link: { generation: 3 } }, false],
  ['is too old from the very moment on', { person: { emailChange: { ...pending, expiresAt: now } } }, false],
  ['was called off', { person: { emailChange: undefined } }, false],
  ['is of an address that somebody else has by now', { held: reserved(wanted, somebody) }, false],
  ['is of an address that was never held', { held: 'none' }, false],
])('a link %s', (_, scene, opens) => {
  const present = reserved(accepted.email, personId());
  const { held = reserved(wanted, personId(), later) } = scene;
  const decided = confirmEmailChange({
    link: link({ purpose: 'email-change', invitation: undefined, generation: 4, ...scene.link }),
    person: them({ emailChange: pending, ...scene.person }),
    users: users.map(each => ({ ...each })),
    reserved: { wanted: held === 'none' ? undefined : held, present },
    now,
  });
  if (!opens) return expect(decided).toEqual({ ok: false, failure: { kind: 'link-unknown' } });
  if (!decided.ok) throw new Error('It is refused');
  expect(steps(decided.changes).sort()).toEqual(
    ['remove email', 'remove link', 'update email', 'update person', 'update user', 'update user'].sort(),
  );
  const after = decided.changes.flatMap(change => (change.do === 'update' ? [change.after] : []));
  expect(after.find(({ type }) => type === 'person')).toMatchObject({
    email: wanted,
    formerEmail: accepted.email,
    passwordGeneration: 2,
    emailGeneration: 4,
  });
  expect(after.find(({ type }) => type === 'email')).toMatchObject({ email: wanted, person: personId() });
  expect(after.find(({ type }) => type === 'email')).not.toHaveProperty('pendingUntil', later);
});

test('calling off what is not asked for is refused; what has run out can be called off', () => {
  expect(cancelEmailChange({ person: them(), users }, undefined)).toMatchObject({ ok: false });
  const late = them({ emailChange: { ...pending, expiresAt: minutesFromNow(-5) } });
  const cancelled = cancelEmailChange({ person: late, users }, reserved(wanted, personId(), now));
  expect(cancelled.ok && steps(cancelled.changes)).toContain('remove email');
});

test('an invitation takes an address that is only held for a change', () => {
  const claim = { ...reserved(wanted, somebody, later), version: 7 };
  expect(takeAddress(wanted, personId(), claim)).toMatchObject({
    do: 'update',
    before: claim,
    after: { version: 8, person: personId(), pendingUntil: undefined },
  });
});

test.each<[what: string, more: Partial<Person>, keeps: boolean]>([
  ['who is active somewhere', { memberships: { [orgId()]: 'active', [orgId(2)]: 'archived' } }, true],
  ['who is inactive', { memberships: { [orgId()]: 'inactive' } }, true],
  ['who is invited somewhere', { memberships: { [orgId()]: 'archived', [orgId(2)]: 'invited' } }, true],
  ['who is archived everywhere', { memberships: { [orgId()]: 'archived', [orgId(2)]: 'archived' } }, false],
  ['who never had credentials', { memberships: { [orgId()]: 'archived' }, passwordGeneration: 0 }, true],
])('the address of somebody %s is theirs: $2', (_, more, keeps) => {
  expect(keepsAddress(them(more))).toBe(keeps);
});

/** Who gets which mail when something happens to somebody's account, by how things are when it is heard. */
import { expect, test } from 'vitest';
import { sendAccessReducedEmails } from '../../functions/events/send-access-reduced-emails.ts';
import { sendApprovalEmails } from '../../functions/events/send-approval-emails.ts';
import { sendEmailChangeEmails } from '../../functions/events/send-email-change-emails.ts';
import { sendFactorEmails } from '../../functions/events/send-factor-emails.ts';
import { sendPasswordResetEmail } from '../../functions/events/send-password-reset-email.ts';
import type { Subscriber } from '../../functions/runtime/queue.ts';
import type { Action, DomainEvent } from '../../shared/contract/events.ts';
import type { PersonId } from '../../shared/contract/ids.ts';
import { Email, type Time } from '../../shared/contract/text.ts';
import type { EmailChange, Person, User, Versioned } from '../../shared/domain/model.ts';
import { plusMinutes } from '../../shared/domain/time.ts';
import { invitation, now, organization, orgId, person, personId, user } from '../domain/build.ts';
import { trials } from '../harness/at-once.ts';
import { type FakeWorld, fakeWorld } from '../world/fake-world.ts';

type Happening = {
  action: Action;
  changes?: DomainEvent['changes'];
  by?: PersonId;
  user?: Partial<User>;
  person?: Partial<Person>;
  others?: Versioned[];
};

const listening: Partial<Record<Action, Subscriber<FakeWorld>>> = {
  'email-change.requested': sendEmailChangeEmails,
  'email-change.confirmed': sendEmailChangeEmails,
  'factor.added': sendFactorEmails,
  'factor.removed': sendFactorEmails,
  'factors.reset': sendFactorEmails,
  'recovery-code.used': sendFactorEmails,
  'password.reset-requested': sendPasswordResetEmail,
  'password.reset-forced': sendPasswordResetEmail,
  'access.reduced': sendAccessReducedEmails,
  'user.invited': sendApprovalEmails,
  'user.created': sendApprovalEmails,
  'user.approved': sendApprovalEmails,
};

const uma = { id: personId(), email: Email.parse('uma@example.com') };
const mara = user({
  ...{ id: personId(9), displayName: 'Mara Lind', role: 'admin', status: 'active' },
  email: Email.parse('mara@example.com'),
});
/** Of the partner, who invites here as one of its own. */
const parker = user({
  ...{ id: personId(8), organization: orgId(2), role: 'manager', status: 'active' },
  email: Email.parse('parker@example.com'),
});
const byParker = {
  invitedBy: parker.id,
  vouchers: [{ organization: parker.organization, person: parker.id }],
};
const harbour = organization({
  ...{ id: orgId(2), kind: 'partner', name: 'Harbour Partners' },
  contacts: { administrative: Email.parse('people@harbour.example.com') },
});

/** A world in which that has happened to Uma. */
async function worldAfter({ user: differing, person: known, others = [] }: Happening): Promise<FakeWorld> {
  const world = fakeWorld();
  const accepted = invitation({ acceptedAt: now });
  const about = user({ ...uma, status: 'active', invitation: accepted, ...differing });
  const entities = [organization({ approvingPartner: harbour.id }), harbour, mara, about];
  const all = [...entities, person(about, known), ...others];
  await world.directory.commit({ changes: all.map(entity => ({ do: 'create', entity })), events: [] });
  return world;
}

async function hear({ action, changes = [], by = uma.id }: Happening, world: FakeWorld): Promise<void> {
  const event: DomainEvent = {
    ...{ id: world.ids.make('evt'), time: now, organization: orgId(), requestId: 'test' },
    ...{ actor: { kind: 'member', id: by }, action, target: { type: 'user', id: uma.id }, changes },
  };
  // Three times at once, as a queue may give it; whoever was not first asks again.
  const message = { detail: event } as Parameters<Subscriber<FakeWorld>>[0];
  await Promise.allSettled(trials(3).map(() => listening[action]?.(message, world)));
  await listening[action]?.(message, world);
}

/** Whoever was mailed, with the subject. */
async function mailsAfter(happening: Happening): Promise<string[]> {
  const world = await worldAfter(happening);
  await hear(happening, world);
  return subjects(world);
}

const subjects = ({ mailbox }: FakeWorld) => mailbox.map(({ to, subject }) => `${to}: ${subject}`);

const newEmail = Email.parse('uma@new.example.com');
/** Later than any clock here. */
const expiresAt = plusMinutes(now, 24 * 60);
const change: EmailChange = { email: newEmail, requestedAt: now, expiresAt, generation: 1 };
const reserved = (id: PersonId, pendingUntil?: Time): Versioned => ({
  ...{ type: 'email', version: 1, email: newEmail, person: id },
  pendingUntil,
});
const holder = user({ id: personId(5), email: newEmail, status: 'active' });

const notice = 'uma@example.com: Your email address is about to change';
const requested = { action: 'email-change.requested', person: { emailChange: change } } as const;

test.each<[string, Happening, string[]]>([
  [
    'a change of address that is asked for: the old address is told, the new one asked',
    { ...requested, others: [reserved(uma.id, expiresAt)] },
    [notice, 'uma@new.example.com: Confirm your new email address'],
  ],
  [
    'a change to an address that has an account: its owner hears of it, and the old address the same as always',
    { ...requested, others: [reserved(holder.id), holder, person(holder)] },
    [notice, 'uma@new.example.com: This address has an account already'],
  ],
  [
    'a change to an address that is held for somebody else: nobody there is written to',
    { ...requested, others: [reserved(holder.id, expiresAt)] },
    [notice],
  ],
  ['a change that was called off in the meantime', { ...requested, person: {} }, []],
  [
    'a change that has run out in the meantime',
    { ...requested, person: { emailChange: { ...change, expiresAt: plusMinutes(now, -600) } } },
    [],
  ],
  [
    'a change that is done: the former address is told',
    {
      action: 'email-change.confirmed',
      user: { email: newEmail },
      person: { email: newEmail, formerEmail: uma.email },
    },
    ['uma@example.com: Your email address was changed'],
  ],
  [
    'a second factor that was added',
    { action: 'factor.added', changes: [{ field: 'factors', after: 'sms' }] },
    ['uma@example.com: A second factor was added to your account'],
  ],
  [
    'a second factor that was removed',
    { action: 'factor.removed', changes: [{ field: 'factors', before: 'authenticator' }] },
    ['uma@example.com: A second factor was removed from your account'],
  ],
  [
    'second factors that were reset',
    { action: 'factors.reset', by: mara.id },
    ['uma@example.com: Your second factor was reset'],
  ],
  [
    'a recovery code that was used',
    { action: 'recovery-code.used', person: { factors: { recoveryCodes: ['a', 'b'] } } },
    ['uma@example.com: A recovery code was used to sign in'],
  ],
  [
    'a new password that was asked for',
    { action: 'password.reset-requested' },
    ['uma@example.com: Choose a new password'],
  ],
  [
    'a new password that is required',
    { action: 'password.reset-forced', by: mara.id },
    ['uma@example.com: You must choose a new password'],
  ],
  [
    'access that is less than what was given: both are told',
    { action: 'access.reduced', others: [person(mara)] },
    [
      'uma@example.com: You have less access at Northwind than your invitation said',
      'mara@example.com: Uma User has less access than you gave',
    ],
  ],
  [
    'the same, where whoever invited is a partner: they are found among their own',
    {
      action: 'access.reduced',
      user: { invitation: invitation({ ...byParker, acceptedAt: now }) },
      others: [parker, person(parker)],
    },
    [
      'uma@example.com: You have less access at Northwind than your invitation said',
      'parker@example.com: Uma User has less access than you gave',
    ],
  ],
  [
    'the same, where whoever invited has gone',
    { action: 'access.reduced', user: { invitation: invitation({ ...byParker, acceptedAt: now }) } },
    ['uma@example.com: You have less access at Northwind than your invitation said'],
  ],
  [
    'the same, where whoever invited is not active any more',
    {
      action: 'access.reduced',
      user: { invitation: invitation({ ...byParker, acceptedAt: now }) },
      others: [{ ...parker, status: 'inactive' }, person(parker)],
    },
    ['uma@example.com: You have less access at Northwind than your invitation said'],
  ],
  [
    'somebody invited whom a partner must approve',
    { action: 'user.invited', user: { status: 'invited', approved: false, approver: harbour.id } },
    ['people@harbour.example.com: Uma User awaits your approval'],
  ],
  [
    'somebody whom a partner must approve, deactivated in the meantime',
    { action: 'user.invited', user: { status: 'inactive', approved: false, approver: harbour.id } },
    [],
  ],
  ['somebody invited whom nobody must approve', { action: 'user.invited', user: { status: 'invited' } }, []],
  [
    'somebody who is approved and has accepted',
    { action: 'user.approved' },
    ['uma@example.com: You can sign in at Northwind'],
  ],
  [
    'somebody who is approved before they have accepted',
    { action: 'user.approved', user: { status: 'invited' } },
    [],
  ],
])('%s', async (_, happening, mails) => {
  expect(await mailsAfter(happening)).toEqual(mails);
});

test('an administrator who did it is named, and nobody where it was the person themselves', async () => {
  const deeds: Happening[] = [
    { action: 'password.reset-requested', by: mara.id },
    { action: 'password.reset-forced', by: mara.id },
    { action: 'factors.reset', by: mara.id },
    { ...requested, by: mara.id, person: { emailChange: { ...change, requestedBy: mara.id } } },
  ];
  for (const deed of deeds) {
    const world = await worldAfter(deed);
    await hear(deed, world);
    expect(world.mailbox[0]?.text).toContain('Mara Lind, who administers Northwind, ');
    const other = { ...deed, by: uma.id, person: { emailChange: change } };
    const alone = await worldAfter(other);
    await hear(other, alone);
    expect(alone.mailbox[0]?.text).not.toContain('Mara');
  }
});

test('a partner hears once of somebody who is created first and invited later', async () => {
  const created: Happening = {
    action: 'user.created',
    user: { status: 'invited', approved: false, approver: harbour.id },
  };
  const world = await worldAfter(created);
  await hear(created, world);
  await hear({ action: 'user.invited' }, world);
  expect(subjects(world)).toHaveLength(1);
  expect(world.mailbox[0]?.text).toContain(`https://console.example.com/o/${harbour.id}/approvals\n`);
});

test('a change that is asked for again after another was called off is mailed again', async () => {
  const world = await worldAfter({ ...requested, others: [reserved(uma.id, expiresAt)] });
  await hear(requested, world);
  const [before] = await world.directory.get({ type: 'person', id: uma.id });
  if (!before) throw new Error('Uma is gone');
  const again = { ...change, generation: 2 };
  const after = { ...before, version: 2, emailChange: again };
  await world.directory.commit({ changes: [{ do: 'update', before, after }], events: [] });
  await hear(requested, world);
  await hear(requested, world);
  expect(subjects(world)).toHaveLength(4);
});

test('a recovery code that was used leaves so many', async () => {
  const used: Happening = {
    action: 'recovery-code.used',
    person: { factors: { recoveryCodes: ['a', 'b'] } },
  };
  const world = await worldAfter(used);
  await hear(used, world);
  expect(world.mailbox[0]?.text).toContain('Recovery codes left: 2.');
});

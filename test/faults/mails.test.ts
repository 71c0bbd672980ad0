/** Mails go out at least once, and once more only where a crash falls between sending and marking. */
import { expect, test } from 'vitest';
import { endSessions } from '../../functions/events/end-sessions.ts';
import { recordDelivery } from '../../functions/events/record-delivery.ts';
import { sendAccessReducedEmails } from '../../functions/events/send-access-reduced-emails.ts';
import { sendApprovalEmails } from '../../functions/events/send-approval-emails.ts';
import { sendEmailChangeEmails } from '../../functions/events/send-email-change-emails.ts';
import { sendFactorEmails } from '../../functions/events/send-factor-emails.ts';
import { sendInvitationEmail } from '../../functions/events/send-invitation-email.ts';
import { sendPasswordChangedEmail } from '../../functions/events/send-password-changed-email.ts';
import { sendPasswordResetEmail } from '../../functions/events/send-password-reset-email.ts';
import type { Subscriber } from '../../functions/runtime/queue.ts';
import type { Action } from '../../shared/contract/events.ts';
import { PersonId } from '../../shared/contract/ids.ts';
import type { RouteKey } from '../../shared/contract/routes.ts';
import {
  type Arranged,
  arrangeOrganization,
  arrangeUser,
  freshEmail,
  invitee,
  onboarding,
  password,
} from '../harness/arrange.ts';
import { arrangePartner, lookAfter } from '../harness/arrange-partner.ts';
import { changeSettings } from '../harness/arrange-settings.ts';
import { trials } from '../harness/at-once.ts';
import { type FakeFront, fakeFront } from '../harness/fake-front.ts';
import { ask, sessionIn, tokenIn } from '../harness/front.ts';
import { validRequest } from '../harness/valid-requests.ts';
import { around } from '../world/around.ts';
import { seeded, seedOfRun } from '../world/chance.ts';
import { type FakeWorld, fakeWorld } from '../world/fake-world.ts';
import { interleaving } from '../world/interleaving.ts';
import { breaches } from '../world/invariants.ts';
import { breakAt } from './breaking.ts';

type Message = Parameters<Subscriber<FakeWorld>>[0];
type Scene = { front: FakeFront; home: Arranged };
type Listener = {
  subscriber: Subscriber<FakeWorld>;
  route: RouteKey;
  action: Action;
  /** What is asked, where it is not just any valid request. */
  asking?: (scene: Scene) => Promise<Record<string, unknown>>;
  /** How many are mailed. */
  mails?: number;
};

const onUser =
  (more = {}) =>
  async ({ front, home }: Scene) => ({ org: home.org, user: (await arrangeUser(front, home)).id, ...more });

async function wantingAddress({ front, home }: Scene) {
  const email = freshEmail('new');
  const { id } = await arrangeUser(front, home);
  await ask(front, 'change-user-email', { org: home.org, user: id, email }, home.owner);
  await front.settle();
  return { token: tokenIn((await front.mailsTo(email)).at(-1)) };
}

/** Whoever invited an admin is none any more. */
async function vouchedForInVain({ front, home }: Scene) {
  const { org, owner } = home;
  const admin = await arrangeUser(front, home, 'admin');
  const email = freshEmail('invitee');
  await ask(front, 'invite-user', { org, ...invitee(email, { role: 'admin' }) }, admin);
  const { headers } = await ask(front, 'get-user', { org, user: admin.id }, owner);
  const demoted = { org, user: admin.id, role: 'manager' };
  await ask(front, 'edit-user', demoted, owner, { headers: { 'if-match': headers.etag ?? '' } });
  await front.settle();
  return onboarding(tokenIn((await front.mailsTo(email)).at(-1)));
}

const mailing: Record<string, Listener> = {
  'send-invitation-email': {
    subscriber: sendInvitationEmail,
    route: 'invite-user',
    action: 'user.invited',
  },
  'send-password-reset-email': {
    subscriber: sendPasswordResetEmail,
    route: 'forgot-password',
    action: 'password.reset-requested',
  },
  'send-password-reset-email, of a new one that is required': {
    subscriber: sendPasswordResetEmail,
    route: 'force-password-reset',
    action: 'password.reset-forced',
    asking: onUser(),
  },
  'send-password-changed-email': {
    subscriber: sendPasswordChangedEmail,
    route: 'reset-password',
    action: 'password.changed',
  },
  'send-email-change-emails': {
    subscriber: sendEmailChangeEmails,
    route: 'change-user-email',
    action: 'email-change.requested',
    asking: scene => onUser({ email: freshEmail('new') })(scene),
    mails: 2,
  },
  'send-email-change-emails, of one that is done': {
    subscriber: sendEmailChangeEmails,
    route: 'confirm-email-change',
    action: 'email-change.confirmed',
    asking: wantingAddress,
  },
  'send-factor-emails': {
    subscriber: sendFactorEmails,
    route: 'reset-user-mfa',
    action: 'factors.reset',
    asking: onUser(),
  },
  'send-access-reduced-emails': {
    subscriber: sendAccessReducedEmails,
    route: 'accept-invitation',
    action: 'access.reduced',
    asking: vouchedForInVain,
    mails: 2,
  },
  'send-approval-emails': {
    subscriber: sendApprovalEmails,
    route: 'invite-user',
    action: 'user.invited',
    asking: async ({ front, home }) => {
      const partner = await arrangePartner(front);
      await changeSettings(front, partner, { contacts: { administrative: freshEmail('partner') } });
      await lookAfter(front, home.org, partner.org);
      return { org: home.org, ...invitee(freshEmail('invitee')) };
    },
  },
};

/** A world in which something has just happened that nobody has heard of yet. */
async function happened({ route, action, asking }: Listener) {
  const world = fakeWorld();
  const front = fakeFront(world);
  const home = await arrangeOrganization(front);
  const input = (await asking?.({ front, home })) ?? (await validRequest(route, { front, home })).input;
  await front.settle();
  const asked = await ask(front, route, input, home.owner);
  if (asked.status >= 300) throw new Error(JSON.stringify(asked.body));
  const event = world.directory.events.findLast(told => told.action === action);
  if (!event) throw new Error(`${route} tells of no ${action}`);
  const before = world.mailbox.length;
  return {
    world,
    front,
    home,
    message: { detail: event } as Message,
    sent: () => world.mailbox.slice(before),
  };
}

/** As the queue does: again after its wait, until it is done. */
async function untilDone(world: FakeWorld, deliver: () => Promise<void>): Promise<void> {
  for (let attempt = 1; attempt <= 5; attempt++) {
    try {
      await deliver();
      return;
    } catch {
      world.clock.advance(60);
    }
  }
  throw new Error('The message ends in the dead-letter queue');
}

const names = Object.keys(mailing);
const listener = (name: string): Listener => mailing[name] as Listener;

test.each(names.flatMap(name => trials(20).map(trial => [name, trial] as const)))(
  '%s: one event delivered three times at once, and once more later, is mailed once (%i)',
  async (name, trial) => {
    const { subscriber, mails = 1 } = listener(name);
    const { world, message, sent } = await happened(listener(name));
    const racing = around(world, interleaving(seeded(seedOfRun + trial)));
    const deliveries = await Promise.allSettled(trials(3).map(() => subscriber(message, racing)));
    const refused = deliveries.filter(({ status }) => status === 'rejected');
    for (const _ of [...refused, 'later']) await untilDone(world, () => subscriber(message, racing));
    expect(sent()).toHaveLength(mails);
  },
);

const ways = names.flatMap(name =>
  (['dies', 'fails'] as const).flatMap(manner =>
    (['before', 'after'] as const).map(moment => ({ name, manner, moment })),
  ),
);

test.each(ways)('$name $manner $moment each call: the mail comes', async ({ name, manner, moment }) => {
  const { subscriber, mails = 1 } = listener(name);
  for (let number = 1; ; number++) {
    const { world, message, sent } = await happened(listener(name));
    const breaking = breakAt(number, moment, manner);
    await subscriber(message, around(world, breaking.around)).catch(() => {});
    if (breaking.calls.length < number) return expect(sent()).toHaveLength(mails);
    await untilDone(world, () => subscriber(message, world));
    await subscriber(message, world);
    const call = breaking.calls[number - 1];
    const between = call === (moment === 'after' ? 'mailer.send' : 'directory.settle');
    expect(sent(), `broken ${moment} ${call}`).toHaveLength(between ? mails + 1 : mails);
    expect(breaches(world)).toEqual([]);
  }
});

test.each(ways.filter(({ name }) => name === 'send-invitation-email'))(
  'every link that was mailed works: $manner $moment each call',
  async ({ manner, moment }) => {
    for (let number = 1; number <= 8; number++) {
      const { world, message, sent } = await happened(listener('send-invitation-email'));
      const breaking = breakAt(number, moment, manner);
      await sendInvitationEmail(message, around(world, breaking.around)).catch(() => {});
      await untilDone(world, () => sendInvitationEmail(message, world));
      for (const { text } of sent()) {
        const token = text.split('#')[1]?.slice(0, 43) ?? '';
        const looked = await ask(fakeFront(world), 'lookup-invitation', { token });
        expect(looked.body.state).toBe('pending');
      }
    }
  },
);

test('an event that is heard after the invitation has expired mails nothing', async () => {
  const { world, front, message, sent } = await happened(listener('send-invitation-email'));
  await untilDone(world, () => sendInvitationEmail(message, world));
  world.clock.advance(4 * 60 * 60);
  await untilDone(world, () => sendInvitationEmail(message, world));
  await front.runSchedule('expire-invitations');
  await untilDone(world, () => sendInvitationEmail(message, world));
  expect(sent()).toHaveLength(1);
});

test('reports of a mail come twice and in any order: the state only moves on', async () => {
  const { world, message, sent } = await happened(listener('send-invitation-email'));
  await sendInvitationEmail(message, world);
  const [mail] = sent();
  const report = (eventType: string, messageId = 'm') => {
    const tags = Object.fromEntries(Object.entries(mail?.tags ?? {}).map(([name, value]) => [name, [value]]));
    const detail = { eventType, mail: { messageId, timestamp: world.clock.now(), tags } };
    return recordDelivery({ detail } as Message, world);
  };
  const delivery = () =>
    world.directory
      .stored()
      .flatMap(entity => (entity.type === 'user' && entity.delivery ? [entity.delivery.state] : []))
      .at(-1);
  expect(delivery()).toBe('sent');
  for (const [type, state] of [
    ['Delivery', 'delivered'],
    ['Delivery', 'delivered'],
    ['Send', 'delivered'],
    ['Complaint', 'complained'],
    ['Bounce', 'complained'],
    ['Open', 'complained'],
  ] as const) {
    await report(type);
    expect(delivery(), type).toBe(state);
  }
  const told = world.directory.events.filter(({ action }) => action === 'invitation.complained');
  expect(told).toHaveLength(1);
});

const deactivation: Listener = {
  subscriber: endSessions,
  route: 'deactivate-user',
  action: 'user.deactivated',
};
const targetOf = ({ detail }: Message) => PersonId.parse((detail as { target: { id: string } }).target.id);

test('whoever was deactivated is signed out at Cognito, too', async () => {
  const { world, message } = await happened(deactivation);
  const held = await world.identity.signIn(targetOf(message), password);
  if (held.outcome !== 'signed-in') throw new Error(held.outcome);
  await endSessions(message, world);
  expect(await world.identity.refresh(held.tokens.refreshToken)).toBeUndefined();
});

test('whoever is back before the event is heard, and has signed in again, stays signed in', async () => {
  const { world, front, home, message } = await happened(deactivation);
  const user = targetOf(message);
  const { body } = await ask(front, 'reactivate-user', { org: home.org, user }, home.owner);
  const session = sessionIn(await ask(front, 'sign-in', { email: body.email, password }));
  await endSessions(message, world);
  expect((await ask(front, 'refresh-session', {}, session)).status).toBe(200);
});

/** Where stories begin: an organization with its owner signed in, and people who come in by its invitations. */

import cdk from '../../cdk.json' with { type: 'json' };
import { stamp } from '../../functions/runtime/transact.ts';
import type { OrganizationId, PersonId } from '../../shared/contract/ids.ts';
import type { Role } from '../../shared/contract/roles.ts';
import type { SentTo } from '../../shared/contract/routes.ts';
import { Email } from '../../shared/contract/text.ts';
import { decideFound } from '../../shared/domain/found.ts';
import type { Organization } from '../../shared/domain/model.ts';
import { ask, type Front, type Session, sessionIn, tokenIn } from './front.ts';

export const password = 'a lamp beside four quiet rivers';
export const profile = {
  firstName: 'Ada',
  lastName: 'Byron',
  title: 'Analyst',
  city: 'London',
  country: 'GB',
  telephone: '+442079460000',
};

/** All that accepting takes of somebody new. */
export function onboarding(token: string, more: Partial<SentTo<'accept-invitation'>> = {}) {
  return {
    token,
    password,
    profile,
    terms: { version: cdk.context.tenantry.termsVersion, accepted: true },
    communications: { product: true, marketing: false },
    ...more,
  };
}

let people = 0;
/** An address that no other test uses. */
export const freshEmail = (name = 'person') =>
  `${name}.${process.pid}.${Date.now().toString(36)}.${++people}@example.com`;

export type Arranged = { org: OrganizationId; owner: Session & { id: PersonId; email: string } };

const ordinary = {
  kind: 'customer',
  name: 'Northwind',
  plan: 'enterprise',
  seats: 100,
  language: 'en',
} as const;
type Kind = Partial<Pick<Organization, 'seats' | 'plan' | 'kind' | 'name'>>;

export async function arrangeOrganization(front: Front, more: Kind = {}): Promise<Arranged> {
  const { ids, clock, directory } = front.world;
  const org = ids.make('org');
  const email = freshEmail('owner');
  const actor = { kind: 'system', name: 'test' } as const;
  const founding = decideFound({
    actor,
    organization: { id: org, ...ordinary, ...more },
    owner: { firstName: 'Olive', lastName: 'Owner', email: Email.parse(email) },
    known: undefined,
    fresh: { person: ids.make('usr'), invitation: ids.make('inv') },
    now: clock.now(),
  });
  if (!founding.ok) throw new Error(founding.failure.kind);
  const events = stamp({ actor, origin: { requestId: 'arrange' } }, founding.events, front.world as never);
  await directory.commit({ changes: founding.changes, events });
  const session = await acceptNewest(front, email);
  return { org, owner: { ...session, id: founding.answer.id, email } };
}

/** Opens the newest mail to an address and accepts what it invites to. */
export async function acceptNewest(front: Front, email: string): Promise<Session> {
  await front.settle();
  const token = tokenIn((await front.mailsTo(email)).at(-1));
  const accepted = await ask(front, 'accept-invitation', onboarding(token));
  if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.body));
  return sessionIn(accepted);
}

/** Somebody who was invited and has accepted. */
export async function arrangeUser(front: Front, { org, owner }: Arranged, role: Role = 'user', more = {}) {
  const email = freshEmail(role);
  const invited = await ask(
    front,
    'invite-user',
    { org, firstName: 'Uma', lastName: 'User', email, role, ...more },
    owner,
  );
  if (invited.status !== 201) throw new Error(JSON.stringify(invited.body));
  const session = await acceptNewest(front, email);
  return { ...session, id: invited.body.id, email };
}

/** Somebody to invite. */
export const invitee = (email: string, more = {}) => ({
  firstName: 'Ivy',
  lastName: 'Invitee',
  email,
  role: 'user',
  ...more,
});

/** Somebody who was invited and has not accepted. */
export async function arrangeInvitee(front: Front, { org, owner }: Arranged, more = {}) {
  const email = freshEmail('invitee');
  const { body } = await ask(front, 'invite-user', { org, ...invitee(email, more) }, owner);
  return { email, about: { org, user: body.id } };
}

/** The tokens in all mails to an address that have one, oldest first. */
export async function tokensTo(front: Front, email: string): Promise<string[]> {
  await front.settle();
  const mails = await front.mailsTo(email);
  return mails.filter(({ text }) => /#[\w-]{43}/.test(text)).map(tokenIn);
}

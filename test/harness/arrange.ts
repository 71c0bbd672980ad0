/**
 * Where stories begin: an organization with its owner signed in, and people who come in by its invitations. The links
 * are handed over, because mails are stories of their own.
 */
import cdk from '../../cdk.json' with { type: 'json' };
import { transact } from '../../functions/runtime/transact.ts';
import { loadKnown } from '../../functions/steps/load-rights.ts';
import type { OrganizationId, PersonId } from '../../shared/contract/ids.ts';
import type { ProblemKind } from '../../shared/contract/problems.ts';
import type { Role } from '../../shared/contract/roles.ts';
import type { SentTo } from '../../shared/contract/routes.ts';
import { Email } from '../../shared/contract/text.ts';
import { InviteUser, type UserView } from '../../shared/contract/users.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import { decideFound } from '../../shared/domain/found.ts';
import { decideInvite } from '../../shared/domain/invite.ts';
import { invitationLink } from '../../shared/domain/link.ts';
import type { Organization } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
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

type Onboarding = Partial<SentTo<'accept-invitation'>>;

/** All that accepting takes of somebody new. */
export function onboarding(token: string, more: Onboarding = {}) {
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

/** Who brings about what no route does. */
export const systemActor = { kind: 'system', name: 'test' } as const;

export type Arranged = { org: OrganizationId; owner: Session & { id: PersonId; email: string } };

const ordinary = {
  kind: 'customer',
  name: 'Northwind',
  plan: 'enterprise',
  seats: 100,
  language: 'en',
} as const;
type Kind = Partial<Pick<Organization, 'seats' | 'plan' | 'kind' | 'name'>>;

/** Where somebody comes in. */
type Home = Pick<Arranged, 'org'> & Partial<Arranged>;

export async function arrangeOrganization(front: Front, more: Kind = {}): Promise<Arranged> {
  const { ids, clock } = front.world;
  const org = ids.make('org');
  const email = freshEmail('owner');
  const { id, token } = await handOver(front, async fresh =>
    decideFound({
      actor: systemActor,
      organization: { id: org, ...ordinary, ...more },
      owner: { firstName: 'Olive', lastName: 'Owner', email: Email.parse(email) },
      known: undefined,
      fresh,
      now: clock.now(),
    }),
  );
  return { org, owner: { ...(await acceptBy(front, token)), id, email } };
}

/** Somebody who was invited and has accepted. */
export async function arrangeUser(front: Front, home: Home, role: Role = 'user', more = {}) {
  const wish = { firstName: 'Uma', lastName: 'User', email: freshEmail(role), role, ...more };
  const { email, about, token } = await arrangePending(front, home, wish);
  return { ...(await acceptBy(front, token)), id: about.user, email };
}

/** Somebody to invite. */
export const invitee = (email: string, more = {}) => ({
  firstName: 'Ivy',
  lastName: 'Invitee',
  email,
  role: 'user',
  access: { mode: 'all' },
  ...more,
});

/** Somebody who was invited and has not accepted. The mail is on its way. */
export async function arrangeInvitee(front: Front, { org, owner }: Arranged, more = {}) {
  const email = freshEmail('invitee');
  const { body } = await ask(front, 'invite-user', { org, ...invitee(email, more) }, owner);
  return { email, about: { org, user: body.id } };
}

/** The same without a mail: with the token of a link. */
export async function arrangePending(front: Front, { org, owner }: Home, more = {}) {
  const { directory, clock } = front.world;
  const { org: _, ...wish } = InviteUser.parse({ org, ...invitee(freshEmail('invitee'), more) });
  const { id, token } = await handOver(front, async fresh => {
    const [organization] = await directory.get(ref.organization(org));
    if (!organization) throw new Error(`There is no organization ${org}`);
    const [self] = owner ? await directory.get(ref.user(org, owner.id)) : [];
    const inviter =
      self && ({ kind: 'member', role: 'owner', person: self.id, session: 'arranged', self } as const);
    const about = await loadKnown(org, [wish], directory);
    return decideInvite({
      actor: inviter ? { ...inviter, organization } : systemActor,
      organization,
      wish,
      about,
      holdings: 'everything',
      known: undefined,
      fresh,
      now: clock.now(),
    });
  });
  return { email: wish.email, about: { org, user: id }, token };
}

type Fresh = Parameters<typeof decideInvite>[0]['fresh'];
type Invited = Decision<UserView, ProblemKind>;

/** Commits an invitation with a link to it, and without the event that would have it mailed. */
export async function handOver(
  front: Front,
  decide: (fresh: Fresh) => Promise<Invited>,
): Promise<{ id: PersonId; token: string }> {
  const { ids } = front.world;
  const { token, hash } = ids.linkToken();
  const fresh = { person: ids.make('usr'), invitation: ids.make('inv') };
  const asked = { actor: systemActor, origin: { requestId: 'arrange' } };
  const decided = await transact(asked, front.world as never, async () => linked(await decide(fresh), hash));
  if (!decided.ok) throw new Error(decided.failure.kind);
  return { id: decided.value.id, token };
}

function linked(decision: Invited, hash: string): Invited {
  if (!decision.ok) return decision;
  const { changes, events } = decision;
  const links = changes.flatMap(change =>
    change.do === 'create' && change.entity.type === 'user'
      ? [{ do: 'create', entity: invitationLink(change.entity, hash).link } as const]
      : [],
  );
  const unsent = events.filter(({ action }) => action !== 'user.invited');
  return { ...decision, changes: [...changes, ...links], events: unsent };
}

/** Accepts what a link invites to, as somebody new. */
export async function acceptBy(front: Front, token = '', more: Onboarding = {}): Promise<Session> {
  const accepted = await ask(front, 'accept-invitation', onboarding(token, more));
  if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.body));
  return sessionIn(accepted);
}

/** Opens the newest mail to an address and accepts what it invites to. */
export async function acceptNewest(front: Front, email: string, more: Onboarding = {}): Promise<Session> {
  return acceptBy(front, (await tokensTo(front, email)).at(-1), more);
}

/** The tokens in all mails to an address that have one, oldest first. */
export async function tokensTo(front: Front, email: string): Promise<string[]> {
  await front.settle();
  const mails = await front.mailsTo(email);
  return mails.filter(({ text }) => /#[\w-]{43}/.test(text)).map(tokenIn);
}

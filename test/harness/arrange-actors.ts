/** One of each kind of person who may ask for something in an organization. */
import { type Arranged, arrangeInvitee, arrangeOrganization, arrangeUser, tokensTo } from './arrange.ts';
import { arrangeOperator } from './arrange-operator.ts';
import { arrangePartner, lookAfter } from './arrange-partner.ts';
import { ask, type Front, type Session } from './front.ts';

type Somebody = Session & { id: string; email: string };

export type Actors = {
  anonymous: undefined;
  user: Somebody;
  manager: Somebody;
  admin: Somebody;
  owner: Somebody;
  /** The owner of another organization. */
  foreign: Somebody;
  /** The owner of the partner that looks after the organization. */
  partner: Somebody & { home: Arranged };
  operator: Somebody;
  /** With a token that is still valid. */
  deactivated: Somebody;
  /** Has accepted and waits for the partner; signed in, because another organization lets them in. */
  unapproved: Somebody;
  /** Signed in, and must set up a second factor before anything else. */
  half: Somebody;
};

export async function arrangeActors(front: Front, home: Arranged): Promise<Actors> {
  const [foreign, partner] = [await arrangeOrganization(front), await arrangePartner(front)];
  const unapproved = await arrangeUnapproved(front, { home, elsewhere: foreign, partner });
  const deactivated = await arrangeUser(front, home);
  await ask(front, 'deactivate-user', { org: home.org, user: deactivated.id }, home.owner);
  return {
    anonymous: undefined,
    user: await arrangeUser(front, home, 'user'),
    manager: await arrangeUser(front, home, 'manager'),
    admin: await arrangeUser(front, home, 'admin'),
    owner: await arrangeUser(front, home, 'owner'),
    foreign: foreign.owner,
    partner: { ...partner.owner, home: partner },
    operator: await arrangeOperator(front),
    deactivated,
    unapproved,
    half: await arrangeHalf(front, home),
  };
}

/** Somebody of whom a second factor is asked, and who has none yet. */
export const arrangeHalf = (front: Front, home: Arranged): Promise<Somebody> =>
  arrangeUser(front, home, 'user', { requireMfa: true });

type Around = { home: Arranged; elsewhere: Arranged; partner: Arranged };

/** From then on the partner looks after the home, and approves nobody. */
async function arrangeUnapproved(front: Front, { home, elsewhere, partner }: Around): Promise<Somebody> {
  await lookAfter(front, home.org, partner.org);
  const them = await arrangeUser(front, elsewhere, 'manager');
  await arrangeInvitee(front, home, { email: them.email, role: 'manager' });
  const token = (await tokensTo(front, them.email)).at(-1) ?? '';
  const accepted = await ask(front, 'accept-invitation', { token }, them);
  if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.body));
  await lookAfter(front, home.org, partner.org, { approves: false });
  return them;
}

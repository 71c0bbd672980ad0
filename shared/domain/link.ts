/** Links in mails: their address, and what of them may be kept. */
import type { LinkToken, Time } from '../contract/text.ts';
import type { EmailChange, Link, Person, User } from './model.ts';
import { resetLinkMinutes } from './reset.ts';
import { plusMinutes, secondsOf } from './time.ts';

/** Dead links are kept so long, to say why they are dead and to let the invitee ask for a new one. */
const keptForDays = 90;

/** The secret travels in the fragment, which no server and no log ever sees. */
export function linkTo(
  consoleUrl: string,
  page: 'accept' | 'reset' | 'confirm-email',
  token: LinkToken,
): string {
  return `${consoleUrl}/${page}#${token}`;
}

/** A link of an invitation's current generation, which must have been sent. */
export function invitationLink(user: User, hash: string): { link: Link; expiresAt: Time } {
  const { id: invitation, generation, expiresAt } = user.invitation ?? {};
  if (!generation || !expiresAt) throw new Error('There is no link to an invitation that was never sent');
  const link: Link = {
    type: 'link',
    version: 1,
    hash,
    purpose: 'invitation',
    organization: user.organization,
    person: user.id,
    invitation,
    generation,
    ttl: sweptAfter(expiresAt),
  };
  return { link, expiresAt };
}

/** A link by which a person chooses a new password. */
export function resetLink(person: Person, hash: string, now: Time): { link: Link; expiresAt: Time } {
  const expiresAt = plusMinutes(now, resetLinkMinutes);
  const link: Link = {
    type: 'link',
    version: 1,
    hash,
    purpose: 'password-reset',
    organization: person.home,
    person: person.id,
    generation: person.passwordGeneration,
    expiresAt,
    ttl: sweptAfter(expiresAt),
  };
  return { link, expiresAt };
}

/** A link by which a person confirms the address that they are to have. */
export function emailChangeLink(
  person: Person,
  change: EmailChange,
  hash: string,
): { link: Link; expiresAt: Time } {
  const { generation, expiresAt } = change;
  const link: Link = {
    type: 'link',
    version: 1,
    hash,
    purpose: 'email-change',
    organization: person.home,
    person: person.id,
    generation,
    expiresAt,
    ttl: sweptAfter(expiresAt),
  };
  return { link, expiresAt };
}

function sweptAfter(expiresAt: Time): number {
  return secondsOf(expiresAt) + keptForDays * 24 * 60 * 60;
}

/** Choosing a new password with a link from a mail. */
import type { Time } from '../contract/text.ts';
import { type Decision, refuse } from './decision.ts';
import type { Link, Person } from './model.ts';
import { next } from './user.ts';

/** How long a link to choose a new password works. */
export const resetLinkMinutes = 60;

export type OpenReset = { link: Link; person: Person };

/** A link and its person, if it still opens: each password chosen closes all links that were asked for before. */
export function openReset(link: Link, person: Person | undefined, now: Time): OpenReset | undefined {
  const open =
    person && link.generation === person.passwordGeneration && link.expiresAt && now < link.expiresAt;
  return open ? { link, person } : undefined;
}

/** The link is used up, and every session that began before is over. */
export function decideReset(open: OpenReset | undefined, now: Time): Decision<Person, 'link-unknown'> {
  if (!open) return refuse('link-unknown');
  const { link, person } = open;
  const after = next(person, {
    passwordGeneration: person.passwordGeneration + 1,
    passwordResetRequiredAt: undefined,
    sessionsValidAfter: now,
  });
  return {
    ok: true,
    changes: [
      { do: 'remove', entity: link },
      { do: 'update', before: person, after },
    ],
    events: [
      { organization: person.home, action: 'password.changed', target: { type: 'person', id: person.id } },
    ],
    answer: after,
  };
}

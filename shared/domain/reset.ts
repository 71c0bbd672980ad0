/** Choosing a new password: with a link from a mail, or knowing the present one. */
import type { Time } from '../contract/text.ts';
import { type Decision, type EventDraft, refuse } from './decision.ts';
import type { Link, Person, Session } from './model.ts';
import { endingSessions } from './session.ts';
import { keeping } from './sessions.ts';
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
    ...endingSessions(person, now),
  });
  return {
    ok: true,
    changes: [
      { do: 'remove', entity: link },
      { do: 'update', before: person, after },
    ],
    events: [changed(person)],
    answer: after,
  };
}

/**
 * Somebody who is signed in has chosen another password. Theirs is the one session that stays.
 * @param generation of the password that they proved to know
 */
export function decideChangePassword(
  person: Person | undefined,
  { generation, session, now }: { generation: number; session: Session | undefined; now: Time },
): Decision<undefined, 'changed-meanwhile'> {
  if (person?.passwordGeneration !== generation) return refuse('changed-meanwhile');
  const after = next(person, { passwordGeneration: generation + 1, ...endingSessions(person, now) });
  return {
    ok: true,
    changes: [{ do: 'update', before: person, after }, ...keeping(person, session)],
    events: [changed(person)],
    answer: undefined,
  };
}

function changed({ home, id }: Person): EventDraft {
  return { organization: home, action: 'password.changed', target: { type: 'person', id } };
}

/** Recovery codes: each signs in once, in place of a second factor. Only their hashes are kept. */
import { type Decision, refuse } from './decision.ts';
import type { PersonCase } from './enrol.ts';
import { enrolledFactors } from './factors.ts';
import type { Person } from './model.ts';
import { next } from './user.ts';

/** How many there are at a time. */
export const recoveryCodeCount = 10;

/** New ones in place of whatever was left. */
export function decideRenewCodes(
  { person }: PersonCase,
  hashes: readonly string[],
): Decision<undefined, 'wrong-status'> {
  if (enrolledFactors(person).length === 0)
    return refuse('wrong-status', { detail: 'Recovery codes come with a second factor. Set one up first.' });
  const after = next(person, { factors: { ...person.factors, recoveryCodes: [...hashes] } });
  return {
    ok: true,
    changes: [{ do: 'update', before: person, after }],
    events: [toldOf('recovery-codes.renewed', person)],
    answer: undefined,
  };
}

/**
 * A code is used up. To let somebody in without their factor, Cognito is told for a moment not to ask for it; that it
 * must be told again stands here, so that a crash in between is mended.
 */
export function decideUseCode({ person, now }: PersonCase, hash: string): Decision<Person, 'wrong-answer'> {
  const { recoveryCodes } = person.factors;
  if (!recoveryCodes.includes(hash)) return refuse('wrong-answer');
  const left = recoveryCodes.filter(other => other !== hash);
  const after = next(person, {
    factors: { ...person.factors, recoveryCodes: left },
    factorsChangedAt: now,
  });
  return {
    ok: true,
    changes: [{ do: 'update', before: person, after }],
    events: [toldOf('recovery-code.used', person)],
    answer: after,
  };
}

function toldOf(action: 'recovery-codes.renewed' | 'recovery-code.used', { home, id }: Person) {
  return { organization: home, action, target: { type: 'person', id } } as const;
}

/**
 * Choosing a password: Cognito, which keeps it, cannot join the transaction that makes it count. So whoever sets one
 * for a person is the only one who does until that is committed; when they die, the next takes over where the claim
 * runs out.
 */
import type { PersonId } from '../../shared/contract/ids.ts';
import type { ProblemKind } from '../../shared/contract/problems.ts';
import { type Failure, refuse } from '../../shared/domain/decision.ts';
import { plusSeconds } from '../../shared/domain/time.ts';
import type { PortsFor, SignInResult } from '../../shared/ports.ts';

/** Longer than this Lambda can live: whoever holds the claim and has not finished by then never will. */
const claimSeconds = 15;

export type Choice = {
  /** What only one may be doing, and who asks to. */
  claim: { key: string; holder: string };
  person: PersonId;
  password: string;
};

type Committed<V, K extends ProblemKind> = { ok: true; value: V } | { ok: false; failure: Failure<K> };

type Chosen<V, K extends ProblemKind> =
  | { ok: true; value: V; signIn: SignInResult }
  | { ok: false; failure: Failure<K | 'validation-failed'> }
  /** Somebody else is at it, or has finished. */
  | 'busy'
  | 'done';

/** Sets the password, commits what makes it count, and signs in with it. */
export async function choosePassword<V, K extends ProblemKind>(
  { claim: { key, holder }, person, password }: Choice,
  { directory, identity, clock }: PortsFor<'directory:write' | 'identity:sign-in' | 'identity:write'>,
  commit: () => Promise<Committed<V, K>>,
): Promise<Chosen<V, K>> {
  const claimed = await directory.claim({ key, holder, until: plusSeconds(clock.now(), claimSeconds) });
  if (claimed !== 'yours') return claimed;
  const isSet = (await identity.setPassword(person, password)) === 'set';
  const committed = isSet ? await commit() : refuse('validation-failed', { errors: [tooWeak] });
  if (!committed.ok) {
    await directory.release(key, holder);
    return committed;
  }
  const [signIn] = await Promise.all([identity.signIn(person, password), directory.settle(key, holder)]);
  return { ...committed, signIn };
}

const tooWeak = { pointer: '/password', code: 'too-weak', message: 'is not accepted: choose a longer one' };

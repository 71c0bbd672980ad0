/**
 * Choosing a password: Cognito, which keeps it, cannot join the transaction that makes it count. So whoever sets one
 * for a person is the only one who does until that is committed; when they die, the next takes over where the claim
 * runs out.
 */
import type { PersonId } from '../../shared/contract/ids.ts';
import type { ProblemKind } from '../../shared/contract/problems.ts';
import { type Failure, refuse } from '../../shared/domain/decision.ts';
import type { Person } from '../../shared/domain/model.ts';
import { plusSeconds } from '../../shared/domain/time.ts';
import type { SignInResult } from '../../shared/ports/identity.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { claimSeconds } from './claimed.ts';

export type Choice = {
  /** What only one may be doing, and who asks to. */
  claim: { key: string; holder: string };
  person: PersonId;
  password: string;
};

type Committed<V, K extends ProblemKind> = { ok: true; value: V } | { ok: false; failure: Failure<K> };

type Kept<V, K extends ProblemKind> =
  | { ok: true; value: V }
  | { ok: false; failure: Failure<K | 'validation-failed'> }
  /** Somebody else is at it, or has finished. */
  | 'busy'
  | 'done';

type Chosen<V, K extends ProblemKind> =
  | { ok: true; value: V; signIn: SignInResult }
  | Exclude<Kept<V, K>, { ok: true }>;

type ChoosingPorts = PortsFor<'directory:write' | 'identity:write'>;

/** One of a person's passwords after another: whoever chooses the next one, by whatever way, is alone with it. */
export function nextPasswordOf({ id, passwordGeneration }: Person, holder: string): Choice['claim'] {
  return { key: `password#${id}#${passwordGeneration}`, holder };
}

/** Sets the password, commits what makes it count, and signs in with it. */
export async function choosePassword<V, K extends ProblemKind>(
  choice: Choice,
  ports: ChoosingPorts & PortsFor<'identity:sign-in'>,
  commit: () => Promise<Committed<V, K>>,
): Promise<Chosen<V, K>> {
  const kept = await setAndCommit(choice, ports, commit);
  if (typeof kept === 'string' || !kept.ok) return kept;
  const { claim, person, password } = choice;
  const [signIn] = await Promise.all([
    ports.identity.signIn(person, password),
    ports.directory.settle(claim.key, claim.holder),
  ]);
  return { ...kept, signIn };
}

/** The same for somebody who is signed in already. */
export async function changePassword<V, K extends ProblemKind>(
  choice: Choice,
  ports: ChoosingPorts,
  commit: () => Promise<Committed<V, K>>,
): Promise<Kept<V, K>> {
  const kept = await setAndCommit(choice, ports, commit);
  if (typeof kept !== 'string' && kept.ok)
    await ports.directory.settle(choice.claim.key, choice.claim.holder);
  return kept;
}

/** Leaves the claim held where it succeeds. */
async function setAndCommit<V, K extends ProblemKind>(
  { claim: { key, holder }, person, password }: Choice,
  { directory, identity, clock }: ChoosingPorts,
  commit: () => Promise<Committed<V, K>>,
): Promise<Kept<V, K>> {
  const claimed = await directory.claim({ key, holder, until: plusSeconds(clock.now(), claimSeconds) });
  if (claimed !== 'yours') return claimed;
  const isSet = (await identity.setPassword(person, password)) === 'set';
  const committed = isSet ? await commit() : refuse('validation-failed', { errors: [tooWeak] });
  if (!committed.ok) await directory.release(key, holder);
  return committed;
}

const tooWeak = { pointer: '/password', code: 'too-weak', message: 'is not accepted: choose a longer one' };

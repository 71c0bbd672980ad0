/**
 * Signing in with a recovery code in place of a second factor. Cognito gives no tokens without the factor, so it is told
 * for a moment not to ask. In that moment a password alone still opens nothing: whoever was not asked for an enrolled
 * factor is refused (`whyNotIn`). A crash in it is mended by whoever aligns the factors, since the code's use says that
 * Cognito must be told.
 */
import { type Failure, refuse } from '../../shared/domain/decision.ts';
import { whyNotIn } from '../../shared/domain/entry.ts';
import type { Person } from '../../shared/domain/model.ts';
import { decideUseCode } from '../../shared/domain/recovery.ts';
import type { SignInResult, Tokens } from '../../shared/ports/identity.ts';
import type { PortsFor } from '../../shared/ports.ts';
import type { Asked } from '../runtime/transact.ts';
import { aloneWithFactors, tellCognito } from './align-factors.ts';
import { changePerson } from './change-person.ts';
import { loadSelf } from './describe-me.ts';
import { finishSignIn } from './finish-sign-in.ts';

type RecoveryPorts = PortsFor<'directory:read' | 'directory:write' | 'identity:sign-in' | 'identity:write'>;

type Recovery = { person: Person; hash: string; password: string };

/** The code was looked up before: without one that is good, nobody tries passwords here. */
export async function signInWithRecoveryCode(recovery: Recovery, asked: Asked, ports: RecoveryPorts) {
  const proven = await aloneWithFactors(recovery.person.id, ports, () => prove(recovery, asked, ports));
  if (proven === 'busy') return refuse('changed-meanwhile');
  if (!proven.ok) return proven;
  const { person, tokens } = proven;
  const result = { outcome: 'signed-in', tokens } as const;
  return finishSignIn(person, { result, challenged: true, origin: asked.origin }, ports);
}

type Proven = { ok: true; person: Person; tokens: Tokens } | { ok: false; failure: Failure<RefusalOfProof> };

type RefusalOfProof =
  | 'wrong-answer'
  | 'not-found'
  | 'changed-meanwhile'
  | NonNullable<ReturnType<typeof whyNotIn>>;

async function prove(
  { person, hash, password }: Recovery,
  asked: Asked,
  ports: RecoveryPorts,
): Promise<Proven> {
  const { identity, directory } = ports;
  const proof = await identity.signIn(person.id, password);
  if (proof.outcome === 'refused') return refuse('wrong-answer');
  const notIn = whyNotIn(await loadSelf(person, directory), true);
  const used = notIn
    ? refuse(notIn)
    : await changePerson(person.id, asked, ports, it => decideUseCode(it, hash));
  if (!used.ok) {
    if (proof.outcome === 'signed-in') await identity.revoke(proof.tokens.refreshToken);
    return used;
  }
  const signedIn = proof.outcome === 'signed-in' ? proof : await unasked(used.value, password, ports);
  return signedIn.outcome === 'signed-in'
    ? { ok: true, person: used.value, tokens: signedIn.tokens }
    : refuse('changed-meanwhile');
}

/** Cognito asks again afterwards, whatever happens; where it cannot be told, a subscriber will tell it. */
async function unasked(person: Person, password: string, ports: RecoveryPorts): Promise<SignInResult> {
  const { identity } = ports;
  try {
    await identity.askFor(person.id, []);
    return await identity.signIn(person.id, password);
  } finally {
    await tellCognito(person, ports).catch(() => undefined);
  }
}

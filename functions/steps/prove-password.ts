/** Somebody who is signed in proves that they know the password: what a session alone must not be enough for. */
import { type Failure, refuse } from '../../shared/domain/decision.ts';
import type { Person } from '../../shared/domain/model.ts';
import type { PortsFor } from '../../shared/ports.ts';
import type { Origin } from '../runtime/use-case.ts';
import { admit } from './throttle.ts';

type Proven = { ok: true } | { ok: false; failure: Failure<'wrong-password' | 'too-many-attempts'> };

/** Counts as an attempt to sign in does. Cognito's question for a second factor says that the password was right. */
export async function provePassword(
  person: Person,
  password: string,
  origin: Origin,
  ports: PortsFor<'directory:write' | 'identity:sign-in'>,
): Promise<Proven> {
  const admitted = await admit('password', person.email, origin, ports);
  if (!admitted.ok) return admitted;
  const result = await ports.identity.signIn(person.id, password);
  if (result.outcome === 'refused') return refuse('wrong-password');
  const unwanted = result.outcome === 'signed-in' && ports.identity.revoke(result.tokens.refreshToken);
  await Promise.all([unwanted, admitted.forgive()]);
  return { ok: true };
}

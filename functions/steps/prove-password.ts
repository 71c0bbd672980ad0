/** Somebody who is signed in proves that they know the password: what a session alone must not be enough for. */
import { type Failure, refuse } from '../../shared/domain/decision.ts';
import type { Person } from '../../shared/domain/model.ts';
import type { PortsFor } from '../../shared/ports.ts';
import type { Origin } from '../runtime/use-case.ts';
import { admit } from './throttle.ts';

type Proven = { ok: true } | { ok: false; failure: Failure<'wrong-password' | 'too-many-attempts'> };

/** Counts as an attempt to sign in does. */
export async function provePassword(
  person: Person,
  password: string,
  origin: Origin,
  ports: PortsFor<'directory:write' | 'identity:sign-in'>,
): Promise<Proven> {
  const admitted = await admit('password', person.email, origin, ports);
  if (!admitted.ok) return admitted;
  if (!(await isPassword(password, person, ports))) return refuse('wrong-password');
  await admitted.forgive();
  return { ok: true };
}

/** Cognito's question for a second factor says so, too; of the tokens it gives none is kept. */
export async function isPassword(
  password: string,
  { id }: Person,
  { identity }: PortsFor<'identity:sign-in'>,
): Promise<boolean> {
  const result = await identity.signIn(id, password);
  if (result.outcome === 'signed-in') await identity.revoke(result.tokens.refreshToken);
  return result.outcome !== 'refused';
}

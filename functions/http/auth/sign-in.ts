import { refuse } from '../../../shared/domain/decision.ts';
import { holderOf } from '../../../shared/domain/email.ts';
import { ref } from '../../../shared/domain/refs.ts';
import type { SignInResult } from '../../../shared/ports/identity.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { finishSignIn } from '../../steps/finish-sign-in.ts';
import { admit } from '../../steps/throttle.ts';

/** Goes the same way for an address that nobody has, with a person who does not exist. */
export const signIn: UseCase<'sign-in'> = async ({ input, origin }, ports) => {
  const { directory, identity, ids } = ports;
  const [admitted, [reservation]] = await Promise.all([
    admit('password', input.email, origin, ports),
    directory.get(ref.email(input.email)),
  ]);
  if (!admitted.ok) return admitted;
  const id = holderOf(reservation) ?? ids.make('usr');
  const [[person], result] = await Promise.all([
    directory.get(ref.person(id)),
    identity.signIn(id, input.password),
  ]);
  if (!person || result.outcome === 'refused') return refuse('wrong-credentials');
  const [finished] = await Promise.all([
    finishSignIn(person, { result, challenged: false, origin }, ports),
    isTexted(result) ? undefined : admitted.forgive(),
  ]);
  return finished;
};

/** A text message costs something: whoever knows the password may have some of them sent, not any number. */
function isTexted(result: SignInResult): boolean {
  return result.outcome === 'challenge' && result.challenge.kind === 'sms-code';
}

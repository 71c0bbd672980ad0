import { refuse } from '../../../shared/domain/decision.ts';
import { ref } from '../../../shared/domain/refs.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { finishSignIn } from '../../steps/finish-sign-in.ts';

/** Goes the same way for an address that nobody has, with a person who does not exist. */
export const signIn: UseCase<'sign-in'> = async ({ input, origin }, ports) => {
  const { directory, identity, ids } = ports;
  const [reservation] = await directory.get(ref.email(input.email));
  const id = reservation?.person ?? ids.make('usr');
  const [[person], result] = await Promise.all([
    directory.get(ref.person(id)),
    identity.signIn(id, input.password),
  ]);
  if (!person || result.outcome === 'refused') return refuse('wrong-credentials');
  return finishSignIn(person, result, origin, ports);
};

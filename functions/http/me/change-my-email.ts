import { refuse } from '../../../shared/domain/decision.ts';
import { requestEmailChange } from '../../../shared/domain/email-change.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { changePerson } from '../../steps/change-person.ts';
import { describeMe } from '../../steps/describe-me.ts';
import { loadAddresses } from '../../steps/load-around.ts';
import { provePassword } from '../../steps/prove-password.ts';
import { admit } from '../../steps/throttle.ts';

/** Whoever finds a session open must not be able to take the account along. */
export const changeMyEmail: UseCase<'change-my-email'> = async (ask, ports) => {
  const { actor, input, origin } = ask;
  const { directory } = ports;
  const [person] = await directory.get(ref.person(actor.person));
  if (!person) return refuse('not-found');
  const proven = await provePassword(person, input.password, origin, ports);
  if (!proven.ok) return proven;
  const admitted = await admit('email-change', person.id, origin, ports);
  if (!admitted.ok) return admitted;
  const requested = await changePerson(actor.person, ask, ports, async it =>
    requestEmailChange(it, input, await loadAddresses(it.person, input.email, directory)),
  );
  return requested.ok ? done(await describeMe(requested.value.person, undefined, directory)) : requested;
};

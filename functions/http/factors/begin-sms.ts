import { refuse } from '../../../shared/domain/decision.ts';
import { decideTelephone } from '../../../shared/domain/enrol.ts';
import { type Ask, done, type Ports, type UseCase } from '../../runtime/use-case.ts';
import { alignFactors, aloneWithFactors } from '../../steps/align-factors.ts';
import { changePerson, loadCase } from '../../steps/change-person.ts';
import { admit } from '../../steps/throttle.ts';

/** Every text message costs something, so every attempt counts. */
export const beginSms: UseCase<'begin-sms'> = async (ask, ports) => {
  const { person } = ask.actor;
  const it = await loadCase(person, ports);
  if (!it) return refuse('not-found');
  const decision = decideTelephone(it, ask.input.telephone);
  if (!decision.ok) return decision;
  const admitted = await admit('sms', person, ask.origin, ports);
  if (!admitted.ok) return admitted;
  if ((await alignFactors(person, ports)) === 'busy') return refuse('changed-meanwhile');
  const sent = await aloneWithFactors(person, ports, () => sendCode(ask, ports));
  return sent === 'busy' ? refuse('changed-meanwhile') : sent;
};

/** Cognito knows the number before we do: a code that was sent to another one is worth nothing from then on. */
async function sendCode({ actor, input, origin, accessToken }: Ask<'begin-sms'>, ports: Ports<'begin-sms'>) {
  const { telephone } = input;
  await ports.identity.setTelephone(actor.person, telephone);
  const kept = await changePerson(actor.person, { actor, origin }, ports, it =>
    decideTelephone(it, telephone),
  );
  if (!kept.ok) return kept;
  if (await ports.identity.sendTelephoneCode(accessToken)) return done(undefined);
  const message = 'could not be reached: no text message went out';
  return refuse('validation-failed', { errors: [{ pointer: '/telephone', code: 'unreachable', message }] });
}

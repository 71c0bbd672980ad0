import { refuse } from '../../../shared/domain/decision.ts';
import { ref } from '../../../shared/domain/refs.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { finishSignIn } from '../../steps/finish-sign-in.ts';
import { openChallenge } from '../../steps/sealed.ts';
import { admit } from '../../steps/throttle.ts';

export const answerChallenge: UseCase<'answer-challenge'> = async ({ input, origin }, ports) => {
  const { directory, identity } = ports;
  const challenge = openChallenge(input.session);
  if (!challenge) return refuse('wrong-answer');
  if (!input.code)
    return refuse('validation-failed', {
      errors: [{ pointer: '/code', code: 'required', message: 'is required' }],
    });
  const [admitted, [person]] = await Promise.all([
    admit('code', challenge.person, origin, ports),
    directory.get(ref.person(challenge.person)),
  ]);
  if (!admitted.ok) return admitted;
  if (!person) return refuse('wrong-answer');
  const result = await identity.answer(person.id, challenge, input.code);
  if (result.outcome === 'refused') return refuse('wrong-answer');
  const [finished] = await Promise.all([
    finishSignIn(person, { result, challenged: true, origin }, ports),
    admitted.forgive(),
  ]);
  return finished;
};

import { refuse } from '../../../shared/domain/decision.ts';
import { passwordErrors } from '../../../shared/domain/password.ts';
import { ref } from '../../../shared/domain/refs.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { finishSignIn } from '../../steps/finish-sign-in.ts';
import { openChallenge } from '../../steps/sealed.ts';

export const answerChallenge: UseCase<'answer-challenge'> = async ({ input, origin }, ports) => {
  const { directory, identity } = ports;
  const challenge = openChallenge(input.session);
  if (!challenge) return refuse('wrong-answer');
  const field = challenge.kind === 'new-password' ? 'password' : 'code';
  const answer = input[field];
  if (!answer)
    return refuse('validation-failed', {
      errors: [{ pointer: `/${field}`, code: 'required', message: 'is required' }],
    });

  const [person] = await directory.get(ref.person(challenge.person));
  if (!person) return refuse('wrong-answer');
  const errors = field === 'password' ? passwordErrors(answer, [person.email]) : [];
  if (errors.length > 0) return refuse('validation-failed', { errors });
  const result = await identity.answer(person.id, challenge, answer);
  if (result.outcome === 'refused') return refuse('wrong-answer');
  return finishSignIn(person, result, origin, ports);
};

import { refuse } from '../../../shared/domain/decision.ts';
import type { Person } from '../../../shared/domain/model.ts';
import { ref } from '../../../shared/domain/refs.ts';
import type { PendingChallenge } from '../../../shared/ports/identity.ts';
import type { Ask, Ports, UseCase } from '../../runtime/use-case.ts';
import { finishSignIn } from '../../steps/finish-sign-in.ts';
import { signInWithRecoveryCode } from '../../steps/recover.ts';
import { openChallenge } from '../../steps/sealed.ts';
import { admit } from '../../steps/throttle.ts';

type Answering = Ask<'answer-challenge'>;
type Answer = Ports<'answer-challenge'>;

/** With the code that was asked for, or with a recovery code in its place. */
export const answerChallenge: UseCase<'answer-challenge'> = async (ask, ports) => {
  const { session, code, recoveryCode, password } = ask.input;
  const challenge = openChallenge(session);
  if (!challenge) return refuse('wrong-answer');
  const answer = recoveryCode
    ? password && ((person?: Person) => byRecoveryCode({ person, recoveryCode, password }, ask, ports))
    : code && ((person?: Person) => byCode({ person, challenge, code }, ask, ports));
  if (!answer)
    return refuse('validation-failed', { errors: [required(recoveryCode ? '/password' : '/code')] });
  const [admitted, [person]] = await Promise.all([
    admit('code', challenge.person, ask.origin, ports),
    ports.directory.get(ref.person(challenge.person)),
  ]);
  if (!admitted.ok) return admitted;
  const answered = await answer(person);
  if (answered.ok) await admitted.forgive();
  return answered;
};

type ByCode = {
  person: Person | undefined;
  challenge: PendingChallenge & { person: Person['id'] };
  code: string;
};

/** Goes the same way for somebody who does not exist. */
async function byCode({ person, challenge, code }: ByCode, { origin }: Answering, ports: Answer) {
  const result = await ports.identity.answer(challenge.person, challenge, code);
  if (!person || result.outcome === 'refused') return refuse('wrong-answer');
  return finishSignIn(person, { result, challenged: true, origin }, ports);
}

type ByRecoveryCode = { person: Person | undefined; recoveryCode: string; password: string };

/** Without a code that is good nobody tries passwords here, and no answer tells which of the two was wrong. */
async function byRecoveryCode(
  { person, recoveryCode, password }: ByRecoveryCode,
  { actor, origin }: Answering,
  ports: Answer,
) {
  const hash = ports.ids.hashOf(recoveryCode);
  if (!person?.factors.recoveryCodes.includes(hash)) return refuse('wrong-answer');
  return signInWithRecoveryCode({ person, hash, password }, { actor, origin }, ports);
}

const required = (pointer: string) => ({ pointer, code: 'required', message: 'is required' });

import { refuse } from '../../../shared/domain/decision.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { describeMe } from '../../steps/describe-me.ts';

export const getMe: UseCase<'get-me'> = async ({ signedIn }, { directory }) => {
  const [person, session] = await directory.get(
    ref.person(signedIn.person),
    ref.session(signedIn.person, signedIn.session),
  );
  return person ? done(await describeMe(person, session, directory)) : refuse('not-found');
};

import { refuse } from '../../../shared/domain/decision.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { viewSessions } from '../../../shared/domain/sessions.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';

export const listMySessions: UseCase<'list-my-sessions'> = async ({ signedIn }, { directory }) => {
  const [[person], sessions] = await Promise.all([
    directory.get(ref.person(signedIn.person)),
    directory.listSessions(signedIn.person),
  ]);
  return person ? done({ items: viewSessions(person, sessions, signedIn.session) }) : refuse('not-found');
};

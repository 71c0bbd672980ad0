import { refuse } from '../../../shared/domain/decision.ts';
import { looksAfter } from '../../../shared/domain/home.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { viewSessions } from '../../../shared/domain/sessions.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';

/** Whoever has not accepted yet has none here, whether or not they have an account elsewhere. */
export const listUserSessions: UseCase<'list-user-sessions'> = async ({ input, signedIn }, { directory }) => {
  const [[user, person], sessions] = await Promise.all([
    directory.get(ref.user(input.org, input.user), ref.person(input.user)),
    directory.listSessions(input.user),
  ]);
  if (!user || !person) return refuse('not-found');
  if (!user.invitation?.acceptedAt) return done({ items: [] });
  if (!looksAfter({ id: input.org }, person)) return refuse('not-home');
  return done({ items: viewSessions(person, sessions, signedIn.session) });
};

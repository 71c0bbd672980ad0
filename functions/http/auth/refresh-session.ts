import { refuse } from '../../../shared/domain/decision.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { hasAccess, sessionHolds } from '../../../shared/domain/session.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { describeMe } from '../../steps/describe-me.ts';
import { openCookie } from '../../steps/sealed.ts';

export const refreshSession: UseCase<'refresh-session'> = async ({ cookie }, { directory, identity }) => {
  const ended = { ...refuse('session-ended'), cookie: 'clear' } as const;
  const sent = openCookie(cookie);
  if (!sent) return ended;
  const [[person, session], tokens] = await Promise.all([
    directory.get(ref.person(sent.person), ref.session(sent.person, sent.session)),
    identity.refresh(sent.refreshToken),
  ]);
  // A script's session is renewed where its application shows its secret.
  const holds = person && sessionHolds(session, person) && hasAccess(person) && !session.client;
  if (!holds || tokens?.session !== session.id) return ended;
  const { accessToken, expiresIn } = tokens;
  return done({ accessToken, expiresIn, ...(await describeMe(person, session, directory)) });
};

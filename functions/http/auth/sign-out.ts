import { ref } from '../../../shared/domain/refs.ts';
import { stamp } from '../../runtime/transact.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { commitOnce } from '../../steps/commit-once.ts';
import { openCookie } from '../../steps/sealed.ts';

/** Ends the session whose refresh token was sent. Signing out twice, or without a session, is fine. */
export const signOut: UseCase<'sign-out'> = async ({ cookie, origin }, ports) => {
  const { directory, identity } = ports;
  const sent = openCookie(cookie);
  if (!sent) return done(undefined, 'clear');
  const [tokens, [person, session]] = await Promise.all([
    identity.refresh(sent.refreshToken),
    directory.get(ref.person(sent.person), ref.session(sent.person, sent.session)),
  ]);
  if (tokens?.session !== sent.session) return done(undefined, 'clear');
  if (person && session) {
    const actor = { kind: 'person', person: person.id, session: session.id } as const;
    const drafts = [
      {
        organization: person.home,
        action: 'person.signed-out',
        target: { type: 'person', id: person.id },
      } as const,
    ];
    const events = stamp({ actor, origin }, drafts, ports);
    await commitOnce({ changes: [{ do: 'remove', entity: session }], events }, ports);
  }
  await identity.revoke(sent.refreshToken);
  return done(undefined, 'clear');
};

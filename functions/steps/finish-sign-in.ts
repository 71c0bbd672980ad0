/** From Cognito's yes to a session of ours: the last steps of every way of signing in. */
import type { SignInAnswer } from '../../shared/contract/auth.ts';
import { type Failure, refuse } from '../../shared/domain/decision.ts';
import type { Person } from '../../shared/domain/model.ts';
import { beginSession, hasAccess } from '../../shared/domain/session.ts';
import type { PortsFor, SignInResult, Tokens } from '../../shared/ports.ts';
import { stamp } from '../runtime/transact.ts';
import type { CookieChange, Origin } from '../runtime/use-case.ts';
import { commitOnce } from './commit-once.ts';
import { describeMe } from './describe-me.ts';
import { sealChallenge, sealCookie } from './sealed.ts';

type SigningPorts = PortsFor<'directory:read' | 'directory:write' | 'identity:sign-in'>;

type Finished =
  | { ok: true; value: SignInAnswer; cookie?: CookieChange }
  | { ok: false; failure: Failure<'no-active-membership'> };

/** Signed in, or asked something more. `refused` is the caller's to answer: what it means differs. */
export async function finishSignIn(
  person: Person,
  result: Exclude<SignInResult, { outcome: 'refused' }>,
  origin: Origin,
  ports: SigningPorts,
): Promise<Finished> {
  if (result.outcome === 'challenge') {
    const { kind, session } = result.challenge;
    return {
      ok: true,
      value: { challenge: { kind, session: sealChallenge({ person: person.id, kind, session }) } },
    };
  }
  const { tokens } = result;
  if (!hasAccess(person)) {
    await ports.identity.revoke(tokens.refreshToken);
    return refuse('no-active-membership');
  }
  const [me] = await Promise.all([
    describeMe(person, ports.directory),
    keepSession(person, tokens, origin, ports),
  ]);
  const { accessToken, expiresIn } = tokens;
  return {
    ok: true,
    value: { accessToken, expiresIn, ...me },
    cookie: { set: sealCookie(person.id, tokens) },
  };
}

async function keepSession(
  person: Person,
  tokens: Tokens,
  origin: Origin,
  ports: SigningPorts,
): Promise<void> {
  const session = beginSession(person, tokens.session, origin, ports.clock.now());
  const drafts = [
    {
      organization: person.home,
      action: 'person.signed-in',
      target: { type: 'person', id: person.id },
    } as const,
  ];
  const actor = { kind: 'person', person: person.id, session: tokens.session } as const;
  const events = stamp({ actor, origin }, drafts, ports);
  const result = await commitOnce({ changes: [{ do: 'create', entity: session }], events }, ports);
  if (!result.ok) throw new Error('A session with the id of a new one is there already');
}

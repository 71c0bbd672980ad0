/** From Cognito's yes to a session of ours: the last steps of every way of signing in. */
import type { SignInAnswer } from '../../shared/contract/auth.ts';
import type { ClientId } from '../../shared/contract/ids.ts';
import type { Change } from '../../shared/domain/change.ts';
import { type EventDraft, type Failure, refuse } from '../../shared/domain/decision.ts';
import { entersAlike, type NotIn, whyNotIn } from '../../shared/domain/entry.ts';
import { enrolledFactors } from '../../shared/domain/factors.ts';
import { awaited, viewMe } from '../../shared/domain/me.ts';
import type { Person, Session } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { beginSession } from '../../shared/domain/session.ts';
import type { PendingChallenge, SignInResult, Tokens } from '../../shared/ports/identity.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { stamp } from '../runtime/transact.ts';
import type { CookieChange, Origin } from '../runtime/use-case.ts';
import { commitOnce } from './commit-once.ts';
import { loadSelf } from './describe-me.ts';
import { sealChallenge, sealCookie } from './sealed.ts';

type SigningPorts = PortsFor<'directory:read' | 'directory:write' | 'identity:sign-in'>;

type Finished =
  | { ok: true; value: SignInAnswer; cookie?: CookieChange }
  | { ok: false; failure: Failure<NotIn> };

/** How somebody proved who they are, and from where. */
export type Proof = {
  result: Exclude<SignInResult, { outcome: 'refused' }>;
  /** Whether a second factor was asked for and given. */
  challenged: boolean;
  origin: Origin;
};

/** Signed in, or asked something more. `refused` is the caller's to answer: what it means differs. */
export async function finishSignIn(person: Person, proof: Proof, ports: SigningPorts): Promise<Finished> {
  const { result, challenged, origin } = proof;
  if (result.outcome === 'challenge') return asking(person, result.challenge);
  const { tokens } = result;
  const self = await loadSelf(person, ports.directory);
  const notIn = whyNotIn(self, challenged);
  if (notIn) {
    await ports.identity.revoke(tokens.refreshToken);
    return notIn === 'second-factor-unavailable' ? askingInVain(person) : refuse(notIn);
  }
  const session = await keepSession(person, tokens, { ...origin, awaits: awaited(self) }, ports);
  if (!session) return overtaken(person, proof, ports);
  const { accessToken, expiresIn } = tokens;
  return {
    ok: true,
    value: { accessToken, expiresIn, ...viewMe(self, session) },
    cookie: { set: sealCookie(person.id, tokens) },
  };
}

/** Something that decides who gets in has changed since the password was looked at. */
async function overtaken(
  { id }: Person,
  { result, challenged }: Proof,
  ports: SigningPorts,
): Promise<Finished> {
  if (result.outcome === 'signed-in') await ports.identity.revoke(result.tokens.refreshToken);
  const [person] = await ports.directory.get(ref.person(id));
  const self = person && (await loadSelf(person, ports.directory));
  const notIn = self ? whyNotIn(self, challenged) : 'no-active-membership';
  if (notIn) return refuse(notIn);
  throw Object.assign(new Error('Overtaken while signing in'), { name: 'TransactionInProgressException' });
}

function asking({ id }: Person, { kind, session }: PendingChallenge): Finished {
  return { ok: true, value: { challenge: { kind, session: sealChallenge({ person: id, kind, session }) } } };
}

/**
 * Cognito did not ask for the factor that is enrolled: no code would be right, and a password alone is not enough. What
 * can be answered is a recovery code, so there is a question to answer.
 */
function askingInVain(person: Person): Finished {
  const [preferred] = enrolledFactors(person);
  if (!preferred || person.factors.recoveryCodes.length === 0) return refuse('second-factor-unavailable');
  return asking(person, { kind: challengeFor[preferred], session: '' });
}

const challengeFor = { authenticator: 'authenticator-code', sms: 'sms-code' } as const;

/**
 * Writes the session down, with the event: from now on its tokens count. Undefined, and nothing is written, where the
 * person is gone, or not the one any more who was let in: a reset that is under way at the same moment is not overtaken.
 */
export async function keepSession(
  person: Person,
  tokens: Tokens,
  from: Origin & { awaits?: Session['awaits']; client?: ClientId },
  ports: PortsFor<'directory:read' | 'directory:write'>,
): Promise<Session | undefined> {
  const { session: id } = tokens;
  const actor = { kind: 'person', person: person.id, session: id } as const;
  const events = stamp({ actor, origin: from }, [signedIn(person, from)], ports);
  let now: Person | undefined = person;
  while (now && entersAlike(person, now)) {
    const session = beginSession(now, id, from, ports.clock.now());
    const changes: Change[] = [
      { do: 'create', entity: session },
      { do: 'check', entity: now },
    ];
    const result = await commitOnce({ changes, events }, ports);
    if (result.ok) return session;
    if (result.conflict.on !== 'version')
      throw new Error('A session with the id of a new one is there already');
    [now] = await ports.directory.get(ref.person(person.id));
  }
  return undefined;
}

function signedIn({ home, id }: Person, { client }: { client?: ClientId }): EventDraft {
  return {
    organization: home,
    action: 'person.signed-in',
    target: { type: 'person', id },
    ...(client && { changes: [{ field: 'client', after: client }] }),
  };
}

import { Email, Password } from '../../../shared/contract/text.ts';
import type { TokenRequest } from '../../../shared/contract/tokens.ts';
import { scriptRefusal } from '../../../shared/domain/api-access.ts';
import { type Failure, refuse } from '../../../shared/domain/decision.ts';
import { holderOf } from '../../../shared/domain/email.ts';
import type { ApiClient } from '../../../shared/domain/model.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { sessionCounts, sessionHolds } from '../../../shared/domain/session.ts';
import type { Tokens } from '../../../shared/ports/identity.ts';
import { type Ask, done, type Ports, type UseCase } from '../../runtime/use-case.ts';
import { keepSession } from '../../steps/finish-sign-in.ts';
import { knowClient } from '../../steps/know-client.ts';
import { openCookie, sealCookie } from '../../steps/sealed.ts';
import { admit } from '../../steps/throttle.ts';

type Script = { client: ApiClient; origin: Ask<'exchange-token'>['origin'] };
type Granted =
  | { ok: true; value: Pick<Tokens, 'accessToken' | 'refreshToken' | 'expiresIn'> }
  | { ok: false; failure: Failure<'invalid-grant' | 'too-many-attempts'> };
/** What is left to do once it is known whose script asks. */
type Grant = (script: Script) => Promise<Granted>;

/** First the application, then the user: without a secret that works nobody tries passwords here. */
export const exchangeToken: UseCase<'exchange-token'> = async ({ input, origin }, ports) => {
  const asked = grantIn(input, ports);
  if (!asked.ok) return asked;
  const known = await knowClient(input, origin, ports);
  if (!known.ok) return known;
  const { client } = known;
  const granted = await asked.grant({ client, origin });
  if (!granted.ok) return granted;
  await ports.directory.noteApiClientUse(client.organization, client.id, ports.clock.now());
  const { accessToken, expiresIn, refreshToken } = granted.value;
  return done({
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: expiresIn,
    refresh_token: refreshToken,
  });
};

type Asked =
  | { ok: true; grant: Grant }
  | { ok: false; failure: Failure<'unsupported-grant-type' | 'validation-failed'> };

function grantIn({ grant_type, username, password, refresh_token }: TokenRequest, ports: Exchange): Asked {
  if (grant_type === 'password') {
    if (!username || !password) return missing({ username, password });
    return { ok: true, grant: script => byPassword(script, { username, password }, ports) };
  }
  if (grant_type !== 'refresh_token') return refuse('unsupported-grant-type');
  if (!refresh_token) return missing({ refresh_token });
  return { ok: true, grant: script => byRefreshToken(script, refresh_token, ports) };
}

function missing(words: Record<string, string | undefined>): Asked {
  const names = Object.keys(words).filter(name => !words[name]);
  return refuse('validation-failed', {
    errors: names.map(name => ({ pointer: `/${name}`, code: 'required', message: 'is required' })),
  });
}

type Exchange = Ports<'exchange-token'>;

/** Goes the same way for an address that nobody has, with a person who does not exist. */
async function byPassword(
  { client, origin }: Script,
  typed: { username: string; password: string },
  ports: Exchange,
): Promise<Granted> {
  const { directory, identity, ids } = ports;
  const email = Email.safeParse(typed.username).data;
  const password = Password.safeParse(typed.password).data;
  if (!email || !password) return refuse('invalid-grant');
  const [admitted, [reservation]] = await Promise.all([
    admit('password', email, origin, ports),
    directory.get(ref.email(email)),
  ]);
  if (!admitted.ok) return admitted;
  const id = holderOf(reservation) ?? ids.make('usr');
  const { organization: org } = client;
  const [[organization, person, user], result] = await Promise.all([
    directory.get(ref.organization(org), ref.person(id), ref.user(org, id)),
    identity.signIn(id, password),
  ]);
  if (!organization || !person || result.outcome === 'refused') return refuse('invalid-grant');
  await admitted.forgive();
  const refusal = scriptRefusal({ organization, person, user });
  if (result.outcome === 'challenge') return refusal ?? refuse('invalid-grant');
  const { tokens } = result;
  if (refusal) {
    await identity.revoke(tokens.refreshToken);
    return refusal;
  }
  const kept = await keepSession(person, tokens, { ...origin, client: client.id }, ports);
  if (!kept) return refuse('invalid-grant');
  return { ok: true, value: { ...tokens, refreshToken: sealCookie(person.id, tokens) } };
}

/** The same refresh token goes on working until its session ends. It is good for its own application alone. */
async function byRefreshToken({ client }: Script, refreshToken: string, ports: Exchange): Promise<Granted> {
  const { directory, identity } = ports;
  const sent = openCookie(refreshToken);
  if (!sent) return refuse('invalid-grant');
  const { organization: org } = client;
  const [[organization, person, user, session], tokens] = await Promise.all([
    directory.get(
      ref.organization(org),
      ref.person(sent.person),
      ref.user(org, sent.person),
      ref.session(sent.person, sent.session),
    ),
    identity.refresh(sent.refreshToken),
  ]);
  if (!organization || !person || !user) return refuse('invalid-grant');
  const holds = sessionHolds(session, person) && sessionCounts(session, user);
  if (!holds || session.client !== client.id || tokens?.session !== session.id)
    return refuse('invalid-grant');
  const { accessToken, expiresIn } = tokens;
  return (
    scriptRefusal({ organization, person, user }) ?? {
      ok: true,
      value: { accessToken, expiresIn, refreshToken },
    }
  );
}

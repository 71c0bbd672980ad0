/** Credentials in memory, with tokens that say what Cognito's say. */
import { randomUUID } from 'node:crypto';
import type { PersonId } from '../../shared/contract/ids.ts';
import { plusSeconds } from '../../shared/domain/time.ts';
import type { Clock, IdentitySignIn, IdentityWriter, SignInResult, Tokens } from '../../shared/ports.ts';

export type FakeIdentity = IdentitySignIn &
  IdentityWriter & {
    /** The claims behind a token, as the gateway's authoriser hands them on; undefined when it refuses the token. */
    claimsOf(accessToken: string): Record<string, string> | undefined;
    passwords: Map<PersonId, string>;
  };

/** Cognito's access tokens live so long. In seconds. */
const accessLife = 600;

type Held = { person: PersonId; session: string };

export function fakeIdentity(clock: Clock): FakeIdentity {
  const passwords = new Map<PersonId, string>();
  const refreshTokens = new Map<string, Held>();
  const accessTokens = new Map<string, Held & { until: string }>();

  function access(person: PersonId, session: string) {
    const accessToken = `access-${randomUUID()}`;
    accessTokens.set(accessToken, { person, session, until: plusSeconds(clock.now(), accessLife) });
    return { accessToken, expiresIn: accessLife, session };
  }

  function begin(person: PersonId): Tokens {
    const [session, refreshToken] = [randomUUID(), `refresh-${randomUUID()}`];
    refreshTokens.set(refreshToken, { person, session });
    return { ...access(person, session), refreshToken };
  }

  const holderOf = (accessToken: string) => {
    const held = accessTokens.get(accessToken);
    return held && clock.now() < held.until ? held : undefined;
  };
  const isRevoked = ({ session }: Held) =>
    ![...refreshTokens.values()].some(held => held.session === session);

  const endAll = (person: PersonId) => {
    for (const [token, held] of refreshTokens) if (held.person === person) refreshTokens.delete(token);
  };

  return {
    passwords,
    signIn: async (person, password): Promise<SignInResult> =>
      passwords.get(person) === password
        ? { outcome: 'signed-in', tokens: begin(person) }
        : { outcome: 'refused' },
    answer: async () => ({ outcome: 'refused' }),
    refresh: async token => {
      const held = refreshTokens.get(token);
      return held && access(held.person, held.session);
    },
    revoke: async token => {
      refreshTokens.delete(token);
    },
    // Cognito knows that a session was ended; the gateway, which only checks signatures, does not.
    personOf: async token => {
      const held = holderOf(token);
      return held && !isRevoked(held) ? { person: held.person, session: held.session } : undefined;
    },
    setPassword: async (person, password) => {
      requireCognitoTakes(password);
      passwords.set(person, password);
      return 'set';
    },
    signOutEverywhere: async person => endAll(person),
    remove: async person => {
      passwords.delete(person);
      endAll(person);
    },
    claimsOf: token => {
      const held = holderOf(token);
      return held && { token_use: 'access', username: held.person, origin_jti: held.session };
    },
  };
}

/** What the API reference says of a password: no space at either end, one line, at most 256 characters. */
function requireCognitoTakes(password: string): void {
  if (/^\S+.*\S+$/.test(password) && password.length <= 256 && password.isWellFormed()) return;
  const message = 'Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$';
  throw Object.assign(new Error(message), { name: 'InvalidParameterException' });
}

/** Credentials in memory, with tokens that say what Cognito's say. */
import { randomUUID } from 'node:crypto';
import type { PersonId } from '../../shared/contract/ids.ts';
import type { IdentitySignIn, IdentityWriter, SignInResult, Tokens } from '../../shared/ports.ts';

export type FakeIdentity = IdentitySignIn &
  IdentityWriter & {
    /** The claims behind a token, as the gateway's authoriser hands them on; undefined when it refuses the token. */
    claimsOf(accessToken: string): Record<string, string> | undefined;
    passwords: Map<PersonId, string>;
  };

export function fakeIdentity(): FakeIdentity {
  const passwords = new Map<PersonId, string>();
  const refreshTokens = new Map<string, { person: PersonId; session: string }>();
  const accessTokens = new Map<string, { person: PersonId; session: string }>();

  function access(person: PersonId, session: string) {
    const accessToken = `access-${randomUUID()}`;
    accessTokens.set(accessToken, { person, session });
    return { accessToken, expiresIn: 600, session };
  }

  function begin(person: PersonId): Tokens {
    const [session, refreshToken] = [randomUUID(), `refresh-${randomUUID()}`];
    refreshTokens.set(refreshToken, { person, session });
    return { ...access(person, session), refreshToken };
  }

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
    personOf: async token => accessTokens.get(token),
    setPassword: async (person, password) => {
      passwords.set(person, password);
      return 'set';
    },
    signOutEverywhere: async person => {
      for (const [token, held] of refreshTokens) if (held.person === person) refreshTokens.delete(token);
    },
    remove: async person => {
      passwords.delete(person);
    },
    claimsOf: token => {
      const held = accessTokens.get(token);
      return held && { token_use: 'access', username: held.person, origin_jti: held.session };
    },
  };
}

/**
 * The session: an access token that lives in memory alone, and one way to get another. The refresh token is in a
 * cookie that no script can read.
 */
import type * as z from 'zod/mini';
import type { SignedIn } from '../../shared/contract/auth.ts';

export type SignedInAnswer = z.output<typeof SignedIn>;

export type Session = {
  /** The token to send, renewed when it is about to run out; undefined when nobody is signed in. */
  token: () => Promise<string | undefined>;
  /** Gets a new token with the cookie: once, however many ask meanwhile. Rejects when the session is over. */
  renew: () => Promise<SignedInAnswer>;
  begin: (answer: SignedInAnswer) => void;
  end: () => void;
};

/** Renewed this long before it runs out, so that no request is sent with a token that dies on the way. */
const margin = 20_000;

/** @param refresh asks the server for another token @param now milliseconds */
export function createSession(refresh: () => Promise<SignedInAnswer>, now: () => number = Date.now): Session {
  let held: { token: string; until: number } | undefined;
  let renewing: Promise<SignedInAnswer> | undefined;

  const begin = (answer: SignedInAnswer) => {
    held = { token: answer.accessToken, until: now() + answer.expiresIn * 1000 };
  };
  const end = () => {
    held = undefined;
  };
  const renew = () => {
    renewing ??= refresh()
      .then(answer => {
        begin(answer);
        return answer;
      })
      .finally(() => {
        renewing = undefined;
      });
    return renewing;
  };
  const token = async () => {
    if (!held) return undefined;
    if (held.until - margin > now()) return held.token;
    return (await renew()).accessToken;
  };
  return { token, renew, begin, end };
}

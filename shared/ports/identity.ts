/** Credentials and tokens: checking them, changing them, and seeing who has any. */
import type { Factor } from '../contract/factors.ts';
import type { PersonId } from '../contract/ids.ts';
import type { Time } from '../contract/text.ts';

export type Tokens = {
  accessToken: string;
  refreshToken: string;
  /** Seconds. */
  expiresIn: number;
  /** Cognito's `origin_jti`. */
  session: string;
};

export type ChallengeKind = 'authenticator-code' | 'sms-code';

export type PendingChallenge = { kind: ChallengeKind; session: string };

export type SignInResult =
  | { outcome: 'signed-in'; tokens: Tokens }
  | { outcome: 'challenge'; challenge: PendingChallenge }
  | { outcome: 'refused' };

export type IdentitySignIn = {
  /** Takes as long for an id that does not exist. */
  signIn(person: PersonId, password: string): Promise<SignInResult>;
  answer(person: PersonId, challenge: PendingChallenge, answer: string): Promise<SignInResult>;
  /** Undefined when the refresh token is no good any more. */
  refresh(refreshToken: string): Promise<Omit<Tokens, 'refreshToken'> | undefined>;
  /** Ends the one session behind a refresh token. */
  revoke(refreshToken: string): Promise<void>;
  /** Whose access token it is; undefined when it is not valid. */
  personOf(accessToken: string): Promise<{ person: PersonId; session: string } | undefined>;
  /** A fresh secret for an authenticator app (base32); undefined when the access token is no good. */
  beginAuthenticator(accessToken: string): Promise<{ secret: string } | undefined>;
  /**
   * Whether the code comes from an app that holds that secret. Cognito then knows the app, and asks for it only once
   * `askFor` says so. A code is good once: the same one does not sign in afterwards.
   */
  confirmAuthenticator(accessToken: string, code: string): Promise<boolean>;
  /**
   * Sends a code to the telephone that was set with `setTelephone`. False: none went out, because the token is no
   * good, the telephone is missing or out of reach, or too many were asked for.
   */
  sendTelephoneCode(accessToken: string): Promise<boolean>;
  /** False: wrong, used or too old (24 hours), no good token, or too many tries; which of them is not told. */
  confirmTelephone(accessToken: string, code: string): Promise<boolean>;
};

export type IdentityWriter = {
  /** Makes the credentials if there are none, and sets their password. Repeating it changes nothing more. */
  setPassword(person: PersonId, password: string): Promise<'set' | 'too-weak'>;
  /** Ends all sessions at Cognito. Fine where there are no credentials. */
  signOutEverywhere(person: PersonId): Promise<void>;
  /** Removes the credentials. Fine where there are none. */
  remove(person: PersonId): Promise<void>;
  /** Unverified until confirmed. Where text messages are asked for already, the next one goes to this number. */
  setTelephone(person: PersonId, telephone: string): Promise<void>;
  /** The factors that sign-in asks for, all of them set up before; the first is preferred; none: no second factor. */
  askFor(person: PersonId, factors: readonly Factor[]): Promise<void>;
  /**
   * Forgets factors for good, so that another app or telephone can be set up, and every remembered device. What else
   * was asked for still is. Fine where there are none.
   */
  forgetFactors(person: PersonId, factors: readonly Factor[]): Promise<void>;
};

type Credentials = { id: PersonId; createdAt: Time };

export type IdentityReader = {
  /** Everybody with credentials, a page at a time; a page may be empty and not be the last. Eventually consistent. */
  listCredentials(after?: string): Promise<{ people: Credentials[]; next?: string }>;
  /** The factors that Cognito would ask for, the preferred one first; undefined where there are no credentials. */
  factorsOf(person: PersonId): Promise<Factor[] | undefined>;
};

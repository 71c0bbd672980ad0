/** Challenge sessions: what a sign-in still has to answer, for a few minutes, once. */
import { randomBytes } from 'node:crypto';
import { notAuthorized } from './refusal.ts';

export type Challenge = {
  readonly name: 'NEW_PASSWORD_REQUIRED' | 'SOFTWARE_TOKEN_MFA' | 'SMS_MFA' | 'SELECT_MFA_TYPE' | 'MFA_SETUP';
  readonly poolId: string;
  readonly clientId: string;
  readonly username: string;
  readonly expiresAt: Date;
  /** The code that was texted. */
  readonly code?: string;
  /** The software token of MFA_SETUP has been verified. */
  readonly verified?: boolean;
};

export type Challenges = {
  open(challenge: Challenge): string;
  /** The challenge behind a session. Refuses one that is unknown, spent, or too old at `now`. */
  read(session: string, now: Date): Challenge;
  /** Uses a session up: a right answer is taken once. */
  spend(session: string): void;
};

export function createChallenges(): Challenges {
  const known = new Map<string, Challenge | 'spent'>();
  return {
    open(challenge) {
      const session = opaqueSession();
      known.set(session, challenge);
      return session;
    },
    read(session, now) {
      const challenge = known.get(session);
      if (challenge === undefined) throw notAuthorized('Invalid session for the user.');
      if (challenge === 'spent') {
        throw notAuthorized('Invalid session for the user, session can only be used once.');
      }
      if (now >= challenge.expiresAt)
        throw notAuthorized('Invalid session for the user, session is expired.');
      return challenge;
    },
    spend: session => {
      known.set(session, 'spent');
    },
  };
}

/** As long as AWS's, because request schemas have limits. */
function opaqueSession(): string {
  return `AYABe${randomBytes(690).toString('base64url')}`;
}

/** Time and chance. */
import { createHash, randomBytes } from 'node:crypto';
import { type IdOf, idAlphabet } from '../contract/ids.ts';
import { LinkToken } from '../contract/text.ts';
import { timeOf } from '../domain/time.ts';
import type { Clock, Ids } from '../ports.ts';

export const systemClock: Clock = { now: () => timeOf(new Date()) };

export const systemIds: Ids = {
  make: <P extends keyof IdOf>(prefix: P) => `${prefix}_${timePart(Date.now())}${chancePart()}` as IdOf[P], // as ids.ts reads it
  linkToken: () => {
    const token = LinkToken.parse(randomBytes(32).toString('base64url'));
    return { token, hash: hashOf(token) };
  },
  hashOf,
};

function hashOf(token: LinkToken): string {
  return createHash('sha256').update(token).digest('hex');
}

/** 48 bits of milliseconds in ten characters, so that ids sort by creation (as ULIDs do). */
function timePart(milliseconds: number): string {
  let [left, text] = [milliseconds, ''];
  for (let digit = 0; digit < 10; digit++) {
    text = idAlphabet.charAt(left % 32) + text;
    left = Math.floor(left / 32);
  }
  return text;
}

/** 80 random bits in sixteen characters. */
function chancePart(): string {
  return Array.from(randomBytes(16), byte => idAlphabet.charAt(byte % 32)).join('');
}

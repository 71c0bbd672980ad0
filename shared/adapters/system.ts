/** Time and chance. */
import { createHash, randomBytes } from 'node:crypto';
import { type IdOf, idAlphabet } from '../contract/ids.ts';
import { LinkToken } from '../contract/text.ts';
import { timeOf } from '../domain/time.ts';
import type { Clock, Ids } from '../ports/system.ts';

export const systemClock: Clock = {
  now: () => timeOf(new Date()),
  until: moment =>
    new Promise(resolve => {
      setTimeout(resolve, Math.max(0, Date.parse(moment) - Date.now()));
    }),
};

export const systemIds: Ids = {
  make: <P extends keyof IdOf>(prefix: P) =>
    `${prefix}_${prefix === 'usr' ? randomPart(26) : nextUlid()}` as IdOf[P], // as ids.ts reads it
  linkToken: () => {
    const token = LinkToken.parse(randomBytes(32).toString('base64url'));
    return { token, hash: hashOf(token) };
  },
  hashOf,
  recoveryCode: () => {
    const code = randomPart(16);
    return { code: (code.match(/.{4}/g) ?? []).join('-'), hash: hashOf(code) };
  },
  unguessable: () => randomBytes(18).toString('base64url'),
};

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

let newest = { at: -1, chance: '' };

/** Of those made here within one millisecond each counts on from the one before, so that they sort, too. */
function nextUlid(): string {
  const at = Date.now();
  newest = { at, chance: at === newest.at ? oneMore(newest.chance) : randomPart(16) };
  return timePart(at) + newest.chance;
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

/** Five random bits in each character. */
function randomPart(characters: number): string {
  return Array.from(randomBytes(characters), byte => idAlphabet.charAt(byte % 32)).join('');
}

/** The next number in base 32. */
function oneMore(digits: string): string {
  const last = idAlphabet.indexOf(digits.slice(-1));
  const carries = last === idAlphabet.length - 1;
  const before = digits.slice(0, -1);
  return (carries && before ? oneMore(before) : before) + idAlphabet.charAt(carries ? 0 : last + 1);
}

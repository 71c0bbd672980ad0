/** What makes a password good enough (NIST SP 800-63B-4): length, and nothing that is easily guessed. */
import type { FieldError } from '../contract/problems.ts';
import { passwordMinimum } from '../contract/text.ts';
import type { Person } from './model.ts';
import { commonPasswords } from './password-list.ts';

/** So much must be left of a password when everything that an attacker tries first is taken out of it. */
const ownCharacters = 8;

/** What the list of the commonest passwords has not, because it is short or of another language. Folded. */
const commonWords = new Set(
  `
  password passwort motdepasse contrasena passphrase secret changeme letmein welcome willkommen bienvenue bienvenido
  qwertyuiop qwertzuiop azertyuiop asdfghjkl zxcvbnm qwerty qwertz azerty 1q2w3e4r iloveyou trustno1 administrator
  admin football baseball princess sunshine superman starwars whatever computer internet monkey dragon master shadow
  login hello summer winter spring autumn test correcthorsebatterystaple
`
    .trim()
    .split(/\s+/),
);

/** Of what is common, the shortest and the longest. */
const [shortest, longest] = [4, 25];

/**
 * What is wrong with a password; empty when it will do. No composition rules: they make passwords worse.
 * @param personal words that stand for the person or the organization, such as the email address
 */
export function passwordErrors(password: string, personal: readonly string[]): FieldError[] {
  const error = (code: string, message: string): FieldError[] => [{ pointer: '/password', code, message }];
  if ([...password].length < passwordMinimum) {
    return error(
      'too-short',
      `Use at least ${passwordMinimum} characters: a few words in a row are easy to remember.`,
    );
  }
  const bare = once(bared(password));
  if (new Set(bare).size < 5 || bare.length < ownCharacters)
    return error('too-simple', 'Use more different characters.');
  const names = personal.map(bared).filter(word => word.length > 3);
  if (without(names, bare).length < ownCharacters)
    return error('too-personal', 'Do not build it from your name, address or organization.');
  if (withoutRuns(withoutCommon(without(names, bare))).length < ownCharacters)
    return error('too-common', 'Choose something less common: this is among what is tried first.');
  return [];
}

/** The same where somebody who knows their present password chooses another. */
export function newPasswordErrors(
  { current, password }: { current: string; password: string },
  personal: readonly string[],
): FieldError[] {
  if (password !== current) return passwordErrors(password, personal);
  return [{ pointer: '/password', code: 'unchanged', message: 'Choose another than the present one.' }];
}

/** What stands for somebody: their address, their names, and their organizations'. */
export function personalWords(
  { email, profile }: Pick<Person, 'email' | 'profile'>,
  organizations: readonly { name: string }[] = [],
): string[] {
  return [
    email,
    ...(profile ? [profile.firstName, profile.lastName] : []),
    ...organizations.map(({ name }) => name),
  ];
}

/** Without case, marks, and whatever is no letter and no digit. */
export function bared(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Something that is said again and again is said once. */
function once(text: string): string {
  return /^(.+?)\1+$/u.exec(text)?.[1] ?? text;
}

function without(words: readonly string[], text: string): string {
  return words.reduce((rest, word) => rest.replaceAll(word, ''), text);
}

/** Passwords grow long by stringing common ones together, so they are sought inside; of several, the longest. */
function withoutCommon(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length; ) {
    const length = commonAt(text, at);
    if (length === 0) rest += text.charAt(at);
    at += length || 1;
  }
  return rest;
}

function commonAt(text: string, at: number): number {
  const common = commonPasswords();
  for (let length = Math.min(longest, text.length - at); length >= shortest; length--) {
    const part = text.slice(at, at + length);
    if (commonWords.has(part) || common.has(part)) return length;
  }
  return 0;
}

/** Without what counts up or down, such as 12345 or fedcba. */
function withoutRuns(text: string): string {
  const codes = [...text].map(character => character.codePointAt(0) ?? 0);
  const steps = codes.map((code, i) => code - (codes[i - 1] ?? Number.NaN));
  const inRun = (i: number) => Math.abs(steps[i] ?? 0) === 1 && steps[i] === steps[i - 1];
  const kept = [...text].filter((_, i) => !inRun(i) && !inRun(i + 1) && !inRun(i + 2));
  return kept.join('');
}

/**
 * The list of the commonest passwords is made here, from the dictionary that zxcvbn-ts keeps. A newer one is taken with
 * `npx vitest run -u test/domain/password-list.test.ts`.
 */
import { dictionary } from '@zxcvbn-ts/language-common';
import { expect, test } from 'vitest';
import { bared } from '../../shared/domain/password.ts';
import { commonPasswords } from '../../shared/domain/password-list.ts';

/** The commonest of all come first. Shorter ones stand in too many good passwords to be sought inside them. */
const [rank, inside, whole] = [20_000, 8, 15];

function chosen(): string[] {
  const all = dictionary['passwords-common'].map(password => bared(String(password)));
  const long = (password: string, index: number) =>
    password.length >= whole || (index < rank && password.length >= inside);
  return [...new Set(all.filter(long))].sort();
}

/** Each as what it has in common with the one before, counted in capitals from A for nothing, and the rest of it. */
function encoded(passwords: readonly string[]): string {
  return passwords
    .map((password, i) => {
      const before = passwords[i - 1] ?? '';
      const alike = [...password].findIndex((character, at) => character !== before[at]);
      return String.fromCharCode(65 + alike) + password.slice(alike);
    })
    .join('');
}

test('the list is that of the dictionary', async () => {
  const list = encoded(chosen());
  await expect(`${JSON.stringify(list)}\n`).toMatchFileSnapshot('../../shared/domain/password-list.json');
});

test('it has several thousand passwords, which come out as they went in', () => {
  const common = commonPasswords();
  expect(common.size).toBeGreaterThan(7000);
  for (const password of chosen()) expect(common.has(password), password).toBe(true);
});

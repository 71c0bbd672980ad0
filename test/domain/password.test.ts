import { expect, test } from 'vitest';
import { checkOnboarding, type SentOnboarding } from '../../shared/domain/onboarding.ts';
import { passwordErrors } from '../../shared/domain/password.ts';

const personal = ['ann.lee@example.com', 'Ann', 'Lee-Montgomery', 'Northwind'];

test.each<[password: string, code?: string]>([
  ['four quiet rivers'],
  ['all lower case letters only'],
  ['fifteen letters'],
  ['summer rain on the old roof'],
  ['we say hello to 12 monkeys'],
  ['Ann has a boat and a dog'],
  ['Northwind has blue kites'],
  ['秋の夕暮れに静かに流れる川の水音'],
  ['fourteen chars', 'too-short'],
  ['😀😁😂🤣😃😄😅😆😉😊😋😎😍😘', 'too-short'],
  ['aaaaaaaaaaaaaaaaaaaa', 'too-simple'],
  ['abababababababab', 'too-simple'],
  ['    .   .   .   .  ', 'too-simple'],
  ['ann.lee@example.com', 'too-personal'],
  ['ANN.LEE@EXAMPLE.COM!1', 'too-personal'],
  ['Lee-Montgomery-2026', 'too-personal'],
  ['northwind northwind', 'too-personal'],
  ['Northwind-Northwind-1', 'too-personal'],
  ['123456789012345', 'too-common'],
  ['abcdefghijklmnop', 'too-common'],
  ['987654321 987654321', 'too-common'],
  ['Password-Password-1', 'too-common'],
  ['P a s s w o r d 1 2 3 4', 'too-common'],
  ['qwertyuiop asdfghjkl', 'too-common'],
  ['Correct horse battery staple', 'too-common'],
  ['Northwind password 123', 'too-common'],
  ['qwerty123456789', 'too-common'],
  ['1qaz2wsx3edc4rfv', 'too-common'],
  ['Butterfly-Chocolate', 'too-common'],
  ['liverpool jennifer 1987', 'too-common'],
  ['Butterfly, chocolate and a spoon'],
  ['jennifer at liverpool station'],
  ['lamps7lamps7lamps7', 'too-simple'],
])('%j: %s', (password, code = 'good enough') => {
  expect(passwordErrors(password, personal)[0]?.code ?? 'good enough').toBe(code);
});

test('what is wrong with a password never quotes it', () => {
  const said = JSON.stringify(passwordErrors('hunter2', personal));
  expect(said).not.toContain('hunter2');
  expect(said).toContain('/password');
});

const whole: SentOnboarding = {
  password: 'four quiet rivers',
  profile: { firstName: 'Ann', lastName: 'Lee' },
  communications: { product: true, marketing: false },
  terms: { version: '2026-11' },
};

test.each<[what: string, more: SentOnboarding, pointers: string[]]>([
  ['whole', {}, []],
  [
    'without anything',
    { password: undefined, profile: undefined, communications: undefined, terms: undefined },
    ['/password', '/profile', '/communications', '/terms'],
  ],
  [
    'with a weak password and old terms',
    { password: 'short', terms: { version: '2025-01' } },
    ['/password', '/terms/version'],
  ],
  ['with an empty password', { password: '' }, ['/password']],
])('an onboarding %s: everything that is wrong with it at once', (_, more, pointers) => {
  const checked = checkOnboarding({ ...whole, ...more }, { terms: '2026-11', personal });
  expect(checked.ok ? [] : checked.errors.map(({ pointer }) => pointer)).toEqual(pointers);
});

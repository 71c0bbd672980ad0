/** The commonest passwords of eight characters and more, folded: what an attacker tries first. */
import list from './password-list.json' with { type: 'json' };

let known: ReadonlySet<string> | undefined;

/** Read when somebody first chooses a password: few requests of a Lambda do. */
export function commonPasswords(): ReadonlySet<string> {
  known ??= new Set(decoded(list));
  return known;
}

/** Each begins as the one before, as far as its capital says, counted from A for nothing. */
function decoded(text: string): string[] {
  const passwords: string[] = [];
  let before = '';
  for (const [, capital = 'A', rest = ''] of text.matchAll(/([A-Z])([^A-Z]*)/g)) {
    before = before.slice(0, capital.charCodeAt(0) - 65) + rest;
    passwords.push(before);
  }
  return passwords;
}

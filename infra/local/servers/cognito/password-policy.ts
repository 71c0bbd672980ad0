/** The pool's password policy, refused in Cognito's words. */
import type { UserPoolService } from 'cognito-local/lib/services/userPoolService.js';
import { invalidParameter, refusal } from './refusal.ts';

/** The characters that Cognito counts as symbols; a space counts inside a password. */
const symbols = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/;

export function requireGoodPassword(pool: UserPoolService, password: string): void {
  if (password !== password.trim() || password.length > 256) {
    throw invalidParameter(
      "1 validation error detected: Value at 'password' failed to satisfy constraint: " +
        'Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$ and have length less than or equal to 256',
    );
  }
  const policy = pool.options.Policies?.PasswordPolicy ?? {};
  const rules: readonly (readonly [boolean, string])[] = [
    [password.length >= (policy.MinimumLength ?? 8), 'Password not long enough'],
    [!policy.RequireLowercase || /[a-z]/.test(password), 'Password must have lowercase characters'],
    [!policy.RequireUppercase || /[A-Z]/.test(password), 'Password must have uppercase characters'],
    [!policy.RequireNumbers || /\d/.test(password), 'Password must have numeric characters'],
    [!policy.RequireSymbols || symbols.test(password), 'Password must have symbol characters'],
  ];
  const broken = rules.find(([kept]) => !kept);
  if (broken) {
    throw refusal('InvalidPasswordException', `Password did not conform with policy: ${broken[1]}`);
  }
}

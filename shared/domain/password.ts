/** What makes a password good enough (NIST SP 800-63B-4): length, and nothing that is easily guessed. */
import type { FieldError } from '../contract/problems.ts';
import { passwordMinimum } from '../contract/text.ts';

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
  const bare = folded(password);
  if (new Set(bare).size < 5) return error('too-simple', 'Use more different characters.');
  if (personal.map(folded).some(word => word.length > 3 && bare.replace(word, '').length < 6)) {
    return error('too-personal', 'Do not build it from your name, address or organization.');
  }
  return [];
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

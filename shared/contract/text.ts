/** What people type: trimmed, bounded, and free of characters that could deceive a reader. */
import * as z from 'zod/mini';

/** Control characters, line separators, lone surrogates, and the marks that reorder text around them. */
const deceiving = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]/u;
const deceivingButLines = /[^\P{Cc}\n\t]|[\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/u;

const printable = z.refine<string>(text => !deceiving.test(text), {
  error: 'contains characters that cannot be shown',
});

/** One line of 1 to `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.normalize('NFC'),
      z.minLength(1, 'is empty'),
      z.maxLength(max, `is longer than ${max} characters`),
      printable,
    );

/** Several lines, 1 to `max` characters. */
export const lines = (max: number) =>
  z.string().check(
    z.trim(),
    z.normalize('NFC'),
    z.minLength(1, 'is empty'),
    z.maxLength(max, `is longer than ${max} characters`),
    z.refine<string>(text => !deceivingButLines.test(text), {
      error: 'contains characters that cannot be shown',
    }),
  );

/** An email address in the form we compare: trimmed and in lower case; at most 254 characters (RFC 5321). */
export const Email = z
  .pipe(
    z.string().check(z.trim(), z.toLowerCase(), z.maxLength(254, 'is longer than 254 characters')),
    z.email('is not an email address'),
  )
  .brand<'Email'>();
export type Email = z.output<typeof Email>;

/**
 * A password. Only what Cognito stores is asked here: one line of at most 256 characters, without spaces around it;
 * the rules of a good one are the domain's. NFC, so that two keyboards type the same password, and trimmed alike
 * when it is chosen and when it is typed (NIST SP 800-63B-4).
 */
export const Password = line(256);

/** The fewest characters of a good password, as long as it is the only factor (NIST SP 800-63B-4). */
export const passwordMinimum = 15;

/** A secret out of a mail's link: 256 bits in base64url. */
export const LinkToken = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{43}$/, 'is not a token of ours'))
  .brand<'LinkToken'>();
export type LinkToken = z.output<typeof LinkToken>;

/** E.164: a plus sign, then at most 15 digits. Spaces, dots, dashes and brackets are what people type. */
export const Telephone = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(40, 'is longer than 40 characters')),
    z.transform((typed: string) => typed.replace(/[\s().-]/g, '')),
  ),
  z.string().check(z.regex(/^\+[1-9]\d{6,14}$/, 'is not an international number such as +49 30 123456')),
);

/** A moment: ISO 8601, UTC, milliseconds. Sorts as text. */
export const Time = z.iso.datetime({ precision: 3 }).brand<'Time'>();
export type Time = z.output<typeof Time>;

/** A day of UTC, as `2026-11-22`. */
export const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
export type Day = z.output<typeof Day>;

/** A language we write in. */
export const Language = z.enum(['en', 'de', 'fr', 'es']);
export type Language = z.output<typeof Language>;

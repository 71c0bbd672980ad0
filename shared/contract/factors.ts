/** Second factors: what somebody proves besides their password. */
import * as z from 'zod/mini';
import { Telephone, Time } from './text.ts';

export const Factor = z.enum(['authenticator', 'sms']);
export type Factor = z.output<typeof Factor>;

/** A code from an authenticator app or a text message. */
export const FactorCode = z.string().check(z.trim(), z.regex(/^\d{6}$/, 'has six digits'));

/** Sixteen letters and digits; groups, dashes and letter case are for the eye. Used once, in place of a code. */
export const RecoveryCode = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(40, 'is longer than 40 characters')),
    z.transform((typed: string) => typed.replace(/[\s-]/g, '').toLowerCase()),
  ),
  z.string().check(z.regex(/^[a-z0-9]{16}$/, 'is not a recovery code')),
);

/** The factors of somebody, as they see them. */
export const FactorsView = z.object({
  enrolled: z.array(Factor),
  /** The number that text messages go to, all but its end hidden. */
  telephone: z.optional(z.string()),
  enrolledAt: z.object({ authenticator: z.optional(Time), sms: z.optional(Time) }),
  /** What may be enrolled, by the settings of the organization that looks after the account. */
  allowed: z.array(Factor),
  /** Whether an organization insists on one. */
  required: z.boolean(),
  recoveryCodesLeft: z.int(),
});
export type FactorsView = z.output<typeof FactorsView>;

/** For an authenticator app: the secret to type, and the same as the address that a QR code carries. */
export const AuthenticatorSecret = z.object({ secret: z.string(), uri: z.string() });

export const ConfirmFactor = z.strictObject({ code: FactorCode });
export const BeginSms = z.strictObject({ telephone: Telephone });
export const OneFactor = z.strictObject({ factor: Factor });

/** Shown once: only hashes are kept. Absent where there are codes already. */
export const RecoveryCodes = z.object({ recoveryCodes: z.optional(z.array(z.string())) });

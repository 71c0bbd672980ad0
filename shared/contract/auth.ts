/** Signing in and out, and choosing a new password. */
import * as z from 'zod/mini';
import { OrganizationId, PersonId } from './ids.ts';
import { Role } from './roles.ts';
import { Email, LinkToken, line, Password } from './text.ts';
import { UserStatus } from './users.ts';

/** Holds the refresh token, out of reach of scripts and of other sites. */
export const refreshCookie = 'tenantry_refresh';

/** The longest life of a session: of Cognito's refresh token, of the cookie, and of the item that is swept. */
export const sessionDays = 30;

/** One of the signed-in person's organizations. */
export const Membership = z.object({
  id: OrganizationId,
  name: z.string(),
  role: Role,
  status: UserStatus,
});

export const PersonView = z.object({
  id: PersonId,
  email: Email,
  firstName: z.string(),
  lastName: z.string(),
});
export type PersonView = z.output<typeof PersonView>;

export const Me = z.object({ person: PersonView, organizations: z.array(Membership) });
export type Me = z.output<typeof Me>;

/** The access token for the Authorization header; the refresh token travels in a cookie that no script sees. */
export const SignedIn = z.object({ accessToken: z.string(), expiresIn: z.int(), ...Me.shape });

/** A question to be answered at `/v1/auth/challenge` before the sign-in is complete. */
export const Challenge = z.object({
  challenge: z.object({
    kind: z.enum(['authenticator-code', 'sms-code', 'new-password']),
    /** Opaque; send it back with the answer, within three minutes. */
    session: z.string(),
  }),
});
export type Challenge = z.output<typeof Challenge>;

export const SignInAnswer = z.union([SignedIn, Challenge]);
export type SignInAnswer = z.output<typeof SignInAnswer>;

export const SignIn = z.strictObject({ email: Email, password: Password });

export const AnswerChallenge = z.strictObject({
  session: line(4000),
  /** Six digits, for the two kinds that ask for a code. */
  code: z.optional(z.string().check(z.trim(), z.regex(/^\d{6}$/, 'has six digits'))),
  password: z.optional(Password),
});

export const ForgotPassword = z.strictObject({ email: Email });
export const ResetPassword = z.strictObject({ token: LinkToken, password: Password });

/** As sign-in answers; whoever was signed in already keeps their token and gets their new list of organizations. */
export const AcceptAnswer = z.union([SignedIn, Challenge, Me]);

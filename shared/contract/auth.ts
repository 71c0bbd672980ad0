/** Signing in and out, and choosing a new password. */
import * as z from 'zod/mini';
import { Factor, FactorCode, FactorsView, RecoveryCode } from './factors.ts';
import { OrganizationId, PersonId } from './ids.ts';
import { Communications, Profile } from './invitations.ts';
import { OrganizationKind } from './organizations.ts';
import { Role } from './roles.ts';
import { SessionId } from './sessions.ts';
import { Email, Language, LinkToken, line, Password } from './text.ts';
import { EmailChangeView, UserStatus } from './users.ts';

/** Holds the refresh token, out of reach of scripts and of other sites. */
export const refreshCookie = 'tenantry_refresh';

/** The longest life of a session: of Cognito's refresh token, of the cookie, and of the item that is swept. */
export const sessionDays = 30;

/** One of the signed-in person's organizations. */
export const Membership = z.object({
  id: OrganizationId,
  kind: OrganizationKind,
  name: z.string(),
  role: Role,
  status: UserStatus,
  /** Nobody gets in there for now. */
  suspended: z.optional(z.literal(true)),
});

/** Somebody as they see themselves. */
export const PersonView = z.object({
  id: PersonId,
  email: Email,
  ...Profile.shape,
  firstName: z.string(),
  lastName: z.string(),
  language: Language,
  communications: z.optional(Communications),
  pictureUrl: z.optional(z.string()),
  emailChange: z.optional(EmailChangeView),
  mfa: FactorsView,
});
export type PersonView = z.output<typeof PersonView>;

/** What must be done before anything else is allowed: a second factor is to be set up. */
const Awaits = z.object({ kind: z.literal('second-factor'), factors: z.array(Factor) });

export const Me = z.object({
  person: PersonView,
  organizations: z.array(Membership),
  awaits: z.optional(Awaits),
  /** Of the person: goes up with every edit; the ETag. */
  version: z.int(),
});
export type Me = z.output<typeof Me>;

/** The access token for the Authorization header; the refresh token travels in a cookie that no script sees. */
export const SignedIn = z.object({ accessToken: z.string(), expiresIn: z.int(), ...Me.shape });

/** A question to be answered at `/v1/auth/challenge` before the sign-in is complete. */
export const Challenge = z.object({
  challenge: z.object({
    kind: z.enum(['authenticator-code', 'sms-code']),
    /** Opaque; send it back with the answer, within three minutes. */
    session: z.string(),
  }),
});
export type Challenge = z.output<typeof Challenge>;

export const SignInAnswer = z.union([SignedIn, Challenge]);
export type SignInAnswer = z.output<typeof SignInAnswer>;

export const SignIn = z.strictObject({ email: Email, password: Password });

/** Either the code, or a recovery code together with the password. */
export const AnswerChallenge = z.strictObject({
  session: line(4000),
  code: z.optional(FactorCode),
  recoveryCode: z.optional(RecoveryCode),
  password: z.optional(Password),
});

export const ForgotPassword = z.strictObject({ email: Email });
export const ResetPassword = z.strictObject({ token: LinkToken, password: Password });

export const ChangePassword = z.strictObject({ current: Password, password: Password });
export const ChangeEmail = z.strictObject({ email: Email, password: Password });

export const ConfirmEmailChange = z.strictObject({ token: LinkToken });
export const EmailChanged = z.object({ email: Email });

/** As sign-in answers; whoever was signed in already keeps their token and gets their new list of organizations. */
export const AcceptAnswer = z.union([SignedIn, Challenge, Me]);

export const OneSession = z.strictObject({ session: SessionId });
export const EndSessions = z.strictObject({
  /** `all` ends the one that asks, too. */
  which: z._default(z.enum(['others', 'all']), 'others'),
});

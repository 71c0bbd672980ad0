/**
 * Everything that can be refused, once: its status, its title and a sentence for the person who asked.
 * Answers are problem documents (RFC 9457); `/problems/<kind>` is a page that says the same at more length.
 */
import * as z from 'zod/mini';

type Problem = {
  readonly status: number;
  /** A heading: the same for every occurrence. */
  readonly title: string;
  /** What happened and what to do now. */
  readonly detail: string;
};

export const problems = {
  'malformed-request': {
    status: 400,
    title: 'The request cannot be read',
    detail: 'The body must be one JSON object.',
  },
  'invalid-grant': {
    status: 400,
    title: 'These credentials give no token',
    detail:
      'The name, the password or the refresh token is wrong or has ended, or this account may not sign in from scripts.',
  },
  'unsupported-grant-type': {
    status: 400,
    title: 'Not a grant that is given here',
    detail: 'Use grant_type=password or grant_type=refresh_token.',
  },
  'not-signed-in': {
    status: 401,
    title: 'Sign in first',
    detail:
      'The access token is missing, expired or not ours. Sign in, or refresh the session, and repeat the request.',
  },
  'session-ended': {
    status: 401,
    title: 'The session has ended',
    detail: 'This session was signed out, or the access behind it was taken away. Sign in again.',
  },
  'wrong-credentials': {
    status: 401,
    title: 'Email or password is wrong',
    detail: 'Check both and try again, or ask for a link to choose a new password.',
  },
  'wrong-answer': {
    status: 401,
    title: 'That was not the right answer',
    detail: 'The code was wrong or came too late. Start again by signing in.',
  },
  'invalid-client': {
    status: 401,
    title: 'The application is not known',
    detail:
      'The client id or its secret is wrong. Look among the registered applications of the organization.',
  },
  'account-exists': {
    status: 401,
    title: 'You already have an account',
    detail: 'This address has an account already. Sign in with it and accept the invitation from there.',
  },
  'other-account': {
    status: 403,
    title: 'This invitation is for somebody else',
    detail:
      'You are signed in with another address than the invited one. Sign out, and sign in with the invited address.',
  },
  'not-allowed': {
    status: 403,
    title: 'Your role does not allow this',
    detail: 'Ask an administrator of the organization to do it, or to give you the role that may.',
  },
  'not-home': {
    status: 403,
    title: 'Another organization looks after this account',
    detail:
      'Address, password, second factors and API access belong to the organization that first invited this person. Ask its administrators; here you can change the membership.',
  },
  'role-too-high': {
    status: 403,
    title: 'That role is above what you may manage',
    detail: 'You can only invite, change or remove people whose role yours may manage.',
  },
  'own-account': {
    status: 403,
    title: 'Not on your own account',
    detail: 'Nobody deactivates or deletes themselves. Another administrator can do it.',
  },
  'no-active-membership': {
    status: 403,
    title: 'Your access is switched off',
    detail: 'No organization gives you access at the moment. Ask your administrator to reactivate it.',
  },
  'awaiting-approval': {
    status: 403,
    title: 'You are not approved yet',
    detail:
      'A partner of your organization approves each new user before their first sign-in. You get a mail as soon as that is done.',
  },
  'password-reset-required': {
    status: 403,
    title: 'Choose a new password first',
    detail:
      'An administrator has required a new password. Use the link that was mailed to you, or ask for another with “Forgot password”.',
  },
  'second-factor-required': {
    status: 403,
    title: 'Set up a second factor first',
    detail:
      'Your organization requires one. Enrol an authenticator app or a telephone; until then nothing else is possible.',
  },
  'second-factor-unavailable': {
    status: 403,
    title: 'Your second factor cannot be asked for',
    detail:
      'It is out of step with our records. Sign in with a recovery code, or ask your administrator to reset it.',
  },
  'beyond-own-access': {
    status: 403,
    title: 'You cannot give what you do not hold',
    detail: 'Nobody hands out more than they have themselves. Ask an owner or an admin to do it.',
  },
  'organization-suspended': {
    status: 403,
    title: 'The organization is suspended',
    detail: 'Nobody gets in until it is resumed; nothing is lost. Ask whoever provides the service to you.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    detail: 'It does not exist, or it is not yours to see.',
  },
  'already-member': {
    status: 409,
    title: 'Already in this organization',
    detail:
      'Somebody with this email address is in the organization already. Look in Active, Pending and Inactive.',
  },
  'name-taken': {
    status: 409,
    title: 'That name is taken',
    detail: 'Another one of this organization has the name already. Choose another.',
  },
  'external-id-taken': {
    status: 409,
    title: 'That external id is taken',
    detail: 'Another group of this organization has it already.',
  },
  'too-many-organizations': {
    status: 409,
    title: 'Too many organizations for one person',
    detail: 'One account belongs to at most 45 organizations. Leave one first.',
  },
  'username-taken': {
    status: 409,
    title: 'That username is taken',
    detail: 'Somebody in the organization uses it already. Choose another.',
  },
  'address-in-use': {
    status: 409,
    title: 'The address is in use again',
    detail: 'Somebody else uses this email address by now. Invite the person under another address instead.',
  },
  'api-access-excludes-mfa': {
    status: 409,
    title: 'API access and a second factor exclude each other',
    detail: 'A script cannot answer a second factor. Take one of the two away first.',
  },
  'factor-needed': {
    status: 409,
    title: 'The last second factor stays',
    detail: 'Your organization requires one. Enrol another before you remove this one.',
  },
  'upload-missing': {
    status: 409,
    title: 'Nothing was uploaded',
    detail:
      'No file has arrived for this upload, or it is older than a day. Ask for a new upload and send the file.',
  },
  'wrong-status': {
    status: 409,
    title: 'Not possible in this status',
    detail: 'The user is not in a status from which this can be done. Reload to see where things stand.',
  },
  'last-owner': {
    status: 409,
    title: 'The last owner stays',
    detail: 'An organization always has an active owner. Make somebody else an owner first.',
  },
  'invitation-accepted': {
    status: 409,
    title: 'The invitation was accepted already',
    detail:
      'It has done its work. Sign in with the address it was sent to; if you forgot the password, ask for a new one.',
  },
  'invitation-busy': {
    status: 409,
    title: 'The invitation is being accepted right now',
    detail: 'Another window is just accepting it. Wait half a minute and try again, or sign in.',
  },
  'changed-meanwhile': {
    status: 409,
    title: 'Somebody else was faster',
    detail: 'What you wanted to change has changed at the same moment. Nothing was written; try again.',
  },
  'invitation-expired': {
    status: 410,
    title: 'The invitation has expired',
    detail: 'Ask for a new link; it comes to the same address.',
  },
  'invitation-revoked': {
    status: 410,
    title: 'The invitation was withdrawn',
    detail: 'The organization has withdrawn it. Ask the person who invited you.',
  },
  'link-replaced': {
    status: 410,
    title: 'A newer link was sent',
    detail: 'This link was replaced by a later one. Use the newest mail, or ask for a new link.',
  },
  'link-unknown': {
    status: 410,
    title: 'This link is not valid',
    detail: 'It is incomplete, used up or too old. Copy it once more from the mail, or ask for a new one.',
  },
  'stale-version': {
    status: 412,
    title: 'It was changed since you read it',
    detail:
      'Somebody changed it in the meantime and nothing was overwritten. Read it again and repeat your change.',
  },
  'too-large': {
    status: 413,
    title: 'Too large',
    detail: 'The request is larger than we take.',
  },
  'picture-too-large': {
    status: 413,
    title: 'The picture is too large',
    detail: 'A picture may have 5 MB and 4,096 pixels a side. Make it smaller and try again.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Send it in the right form',
    detail:
      'The body must be sent with Content-Type: application/json (for tokens: application/x-www-form-urlencoded).',
  },
  'validation-failed': {
    status: 422,
    title: 'Some fields need another look',
    detail: 'Nothing was changed. Each entry of "errors" points at a field and says what it needs.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'That Idempotency-Key was used for something else',
    detail: 'A key belongs to one request. Repeat the very same request, or choose a new key.',
  },
  'seats-exhausted': {
    status: 422,
    title: 'No seat is free',
    detail: 'All seats of the plan are taken. Deactivate or revoke somebody, or move to a larger plan.',
  },
  'plan-lacks-api-access': {
    status: 422,
    title: 'The plan has no API access',
    detail: 'Signing in from scripts is part of larger plans.',
  },
  'factor-not-allowed': {
    status: 422,
    title: 'That factor is not allowed',
    detail: 'The settings of your organization allow other second factors. Choose one of those.',
  },
  'wrong-code': {
    status: 422,
    title: 'That code is not right',
    detail: 'It was mistyped or has run out. Wait for the next one and try again.',
  },
  'wrong-password': {
    status: 422,
    title: 'The present password is wrong',
    detail: 'Type the password that you sign in with now.',
  },
  'project-needs-role-user': {
    status: 422,
    title: 'Projects are for the role user',
    detail:
      'Owners, admins and managers have no projects. Change the role to user first, or choose somebody else.',
  },
  'limit-reached': {
    status: 422,
    title: 'That is as many as there can be',
    detail: 'A limit of the product is reached. Take away what is not used any more.',
  },
  'too-many-clients': {
    status: 422,
    title: 'Too many registered applications',
    detail: 'An organization has at most 50. Delete those that are not used any more.',
  },
  'picture-unreadable': {
    status: 422,
    title: 'Not a picture that we can read',
    detail:
      'It must be a whole PNG, JPEG or WebP file that does not move, in colours for screens (not CMYK), whatever its name says.',
  },
  'precondition-required': {
    status: 428,
    title: 'Say which version you mean',
    detail: 'Send If-Match with the ETag that you read, so that nothing is overwritten unseen.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    detail: 'Slow down and try again in a moment.',
  },
  'too-many-attempts': {
    status: 429,
    title: 'Too many attempts',
    detail:
      'There were too many wrong attempts for this account or from this address. Wait some minutes and try again.',
  },
  'invitations-exhausted': {
    status: 429,
    title: 'Too many invitations this hour',
    detail: 'The plan has a limit of invitations an hour. Try again in the next one.',
  },
  unexpected: {
    status: 500,
    title: 'Something went wrong on our side',
    detail: 'It was recorded. Try again; if it stays, tell us the request id.',
  },
  unavailable: {
    status: 503,
    title: 'Not available for a moment',
    detail: 'A service behind us did not answer in time. Nothing is half done; try again.',
  },
} as const satisfies Record<string, Problem>;

export type ProblemKind = keyof typeof problems;
export const problemKinds = Object.keys(problems) as ProblemKind[]; // Object.keys forgets what it was given

export const FieldError = z.object({
  /** JSON Pointer (RFC 6901) to the field in the request. */
  pointer: z.string(),
  code: z.string(),
  message: z.string(),
});
export type FieldError = z.output<typeof FieldError>;

/** The body of every answer that is not a success. */
export const ProblemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  requestId: z.string(),
  errors: z.optional(z.array(FieldError)),
});
export type ProblemDocument = z.output<typeof ProblemDocument>;

/** The document for one occurrence. `detail` replaces the general sentence where there is a better one. */
export function problemDocument(
  kind: ProblemKind,
  occurrence: { requestId: string; detail?: string; errors?: FieldError[] },
): ProblemDocument {
  const { status, title, detail } = problems[kind];
  return { type: `/problems/${kind}`, title, status, detail, ...occurrence };
}

/** What any route may answer, because the kernel says it and not the use case. */
export const kernelProblems = [
  'malformed-request',
  'unsupported-media-type',
  'too-large',
  'validation-failed',
  'too-many-requests',
  'unexpected',
  'unavailable',
] as const satisfies ProblemKind[];

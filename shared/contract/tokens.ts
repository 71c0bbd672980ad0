/** Tokens for scripts: OAuth 2.0's password and refresh grants (RFC 6749, sections 4.3 and 6). */
import * as z from 'zod/mini';
import { type ProblemKind, problems } from './problems.ts';

const word = z.optional(z.string().check(z.maxLength(4000, 'is longer than 4,000 characters')));

/** What is not known is ignored, as the standard asks; the client may also name itself with HTTP Basic. */
export const TokenRequest = z.object({
  grant_type: z.string().check(z.maxLength(100)),
  username: word,
  password: word,
  refresh_token: word,
  client_id: word,
  client_secret: word,
});
export type TokenRequest = z.output<typeof TokenRequest>;

export const TokenAnswer = z.object({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  /** Seconds. */
  expires_in: z.int(),
  refresh_token: z.optional(z.string()),
});

/** How this route refuses, in place of a problem document (section 5.2). */
export const TokenRefusal = z.object({
  error: z.enum([
    'invalid_request',
    'invalid_client',
    'invalid_grant',
    'unsupported_grant_type',
    'temporarily_unavailable',
    'server_error',
  ]),
  error_description: z.string(),
  /** The page of the problem behind it. */
  error_uri: z.string(),
});
export type TokenRefusal = z.output<typeof TokenRefusal>;

/** Every other problem is a request that was not right. */
const errors: Partial<Record<ProblemKind, TokenRefusal['error']>> = {
  'invalid-client': 'invalid_client',
  'invalid-grant': 'invalid_grant',
  'unsupported-grant-type': 'unsupported_grant_type',
  'too-many-attempts': 'temporarily_unavailable',
  'too-many-requests': 'temporarily_unavailable',
  unavailable: 'temporarily_unavailable',
  unexpected: 'server_error',
};

/** A problem in the standard's words, which has 400 for whatever is wrong with a request. */
export function tokenError(kind: ProblemKind): { status: number; error: TokenRefusal['error'] } {
  const error = errors[kind];
  return error ? { status: problems[kind].status, error } : { status: 400, error: 'invalid_request' };
}

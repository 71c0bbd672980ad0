/** What an entry of the table says of a route. */
import * as z from 'zod/mini';
import type { Need } from './needs.ts';
import type { ProblemKind } from './problems.ts';
import type { Permission } from './roles.ts';

export type Access =
  /** Whoever knows the address. */
  | 'anyone'
  /** The same, but a bearer token that is sent is checked and says who it is. */
  | 'anyone-or-person'
  /** Signed in, in no organization in particular. */
  | 'person'
  /** The same, and also whoever must set up a second factor before anything else. */
  | 'person-enrolling'
  /** Signed in, and judged by the use case itself, in the round trip that answers: for what is asked at every click. */
  | 'asker'
  /**
   * Signed in, and holding the permission in the organization that the input names as `org`; `orSelf`: or asking about
   * oneself.
   */
  | { readonly permission: Permission; readonly orSelf?: true }
  /** Staff of the SaaS company, or of the partner that the input names as `partner`, holding the permission there. */
  | { readonly staff: Permission };

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: `/v1/${string}`;
  /** One line for the reference. */
  readonly summary: string;
  readonly access: Access;
  readonly needs: readonly Need[];
  /** Path parameters, query and body together, by name. */
  readonly input: z.ZodMiniObject;
  readonly output: z.ZodMiniType;
  readonly status: 200 | 201 | 202 | 204;
  readonly failures: readonly ProblemKind[];
  /** The refresh token's cookie: `read` it, `write` it (which includes clearing it), or both. */
  readonly cookie?: 'read' | 'write' | 'both';
  /** The caller names the version that is meant with If-Match; without it 428, with a stale one 412. */
  readonly conditional?: true;
  /** Takes a form and refuses as OAuth 2.0 does (RFC 6749), which every client library for it expects. */
  readonly speaks?: 'oauth';
  /** Takes an Idempotency-Key: the same key gives the first answer again for 24 hours. */
  readonly idempotent?: true;
};

export const nothing = z.strictObject({});
export const none = z.undefined();
export const reads = ['directory:read'] as const;
export const notes = ['directory:read', 'directory:note'] as const;
export const writes = ['directory:read', 'directory:write'] as const;
export const accept = ['directory:read', 'directory:write', 'identity:sign-in', 'identity:write'] as const;
export const signsIn = ['directory:read', 'directory:write', 'identity:sign-in'] as const;

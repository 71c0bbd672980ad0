/** What a use case may need from the world. Its ports, its Lambda and that Lambda's rights follow from this list. */
import * as z from 'zod/mini';

export const Need = z.enum([
  /** Read the state of organizations and people. */
  'directory:read',
  /** Change it, together with the event that tells of the change. */
  'directory:write',
  /** Check passwords and issue or renew tokens. */
  'identity:sign-in',
  /** Make, change, lock and remove credentials. */
  'identity:write',
  /** Send one mail. */
  'mail:send',
  /** Hand events on to whoever listens. */
  'events:publish',
]);
export type Need = z.output<typeof Need>;
export type Needs = readonly Need[];

/** The API's Lambdas: few, divided by what they must load, because that is what a cold start costs. */
export type ApiLambda = 'public' | 'core' | 'account';

/** The Lambda that serves whatever has these needs. */
export function apiLambdaFor(needs: Needs): ApiLambda {
  if (needs.some(need => need.startsWith('identity:'))) return 'account';
  return needs.length > 0 ? 'core' : 'public';
}

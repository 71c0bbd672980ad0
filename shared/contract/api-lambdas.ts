/** The API's Lambdas: few, divided by what they must load, because that is what a cold start costs. */
import type { Need } from './needs.ts';
import { type RouteKey, routeOf } from './routes.ts';

export type ApiLambda = 'public' | 'authorize' | 'core' | 'management' | 'account' | 'files';

/** What whoever opens the console waits for, and the invitation that brings them there. */
const everyday: readonly RouteKey[] = [
  'get-me',
  'get-organization',
  'list-users',
  'count-users',
  'get-user',
  'lookup-invitation',
];

/** The Lambda that serves a route: by its needs, and what needs no more than the directory by how often it is asked. */
export function apiLambdaFor(key: RouteKey): ApiLambda {
  const { needs } = routeOf(key);
  if (needs.length === 0) return 'public';
  // Asked at every click of the SaaS: it starts the fastest, and is measured and limited by itself.
  if (key === 'authorize-user') return 'authorize';
  if (needs.some(need => need.startsWith('identity:'))) return 'account';
  if (needs.some(need => need.startsWith('files:'))) return 'files';
  return everyday.includes(key) ? 'core' : 'management';
}

/** What the Lambda of some routes needs: all that they do, and to note who acts in an organization, which the kernel does. */
export function needsOf(keys: readonly RouteKey[]): Need[] {
  const needs = keys.flatMap((key): readonly Need[] => {
    const route = routeOf(key);
    return typeof route.access === 'object' ? [...route.needs, 'directory:note'] : route.needs;
  });
  return [...new Set(needs)];
}

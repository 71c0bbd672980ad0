/** The API's Lambdas: few, divided by what they must load, because that is what a cold start costs. */
import { areas, type RouteKey, routeOf } from './routes.ts';

export type ApiLambda = 'public' | 'core' | 'settings' | 'account' | 'files';

/** What the console asks wherever it is opened, what is about users, and what strangers come with. */
const everyVisit: ReadonlySet<string> = new Set([
  ...(['get-me', 'get-organization'] satisfies RouteKey[]),
  ...[areas.auth, areas.invitations, areas.users, areas.life].flatMap(area => Object.keys(area)),
]);

/** The Lambda that serves a route: by its needs, and what needs no more than the directory by how often it is asked. */
export function apiLambdaFor(key: RouteKey): ApiLambda {
  const { needs } = routeOf(key);
  if (needs.length === 0) return 'public';
  if (needs.some(need => need.startsWith('identity:'))) return 'account';
  if (needs.some(need => need.startsWith('files:'))) return 'files';
  return everyVisit.has(key) ? 'core' : 'settings';
}

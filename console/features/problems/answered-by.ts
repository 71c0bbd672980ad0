/** Which routes may answer a problem, out of the contract's table. */
import { kernelProblems, type ProblemKind } from '../../../shared/contract/problems.ts';
import type { Route } from '../../../shared/contract/route.ts';
import { type RouteKey, routeKeys, routeOf } from '../../../shared/contract/routes.ts';

const everywhere: readonly ProblemKind[] = kernelProblems;

/** Problems that follow from how a route is reached. */
const byNature: Partial<Record<ProblemKind, (route: Route) => boolean>> = {
  'not-signed-in': ({ access }) => access !== 'anyone',
  'session-ended': ({ access }) => access !== 'anyone',
  'not-allowed': ({ access }) => typeof access === 'object',
  'not-found': ({ access }) => typeof access === 'object',
  'precondition-required': ({ conditional }) => conditional === true,
  'stale-version': ({ conditional }) => conditional === true,
  'idempotency-key-reused': ({ idempotent }) => idempotent === true,
};

export function answeredBy(kind: ProblemKind): 'every' | RouteKey[] {
  if (everywhere.includes(kind)) return 'every';
  return routeKeys.filter(key => {
    const route = routeOf(key);
    return route.failures.includes(kind) || byNature[kind]?.(route);
  });
}

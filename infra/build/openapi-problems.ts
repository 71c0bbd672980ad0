/** The refusals in the OpenAPI document: for each status of a route, the kinds of problem that may be meant. */
import { kernelProblems, type ProblemKind, problemKinds, problems } from '../../shared/contract/problems.ts';
import { takesBody } from '../../shared/contract/request.ts';
import type { Route } from '../../shared/contract/route.ts';
import type { Json } from './openapi-schemas.ts';

/** About the body, so never answered where there is none. */
const aboutBodies: readonly ProblemKind[] = ['malformed-request', 'unsupported-media-type', 'too-large'];

/** The `responses` that are not a success. */
export function problemResponses(route: Route): Json {
  const byStatus = Map.groupBy(possibleProblems(route), kind => problems[kind].status);
  return Object.fromEntries([...byStatus].map(([status, kinds]) => [status, problemResponse(kinds)]));
}

/** What a route may refuse with: its own failures, and what follows from how it is reached. */
function possibleProblems(route: Route): readonly ProblemKind[] {
  const hasBody = takesBody(route);
  const kinds: ProblemKind[] = [
    ...kernelProblems.filter(kind => hasBody || !aboutBodies.includes(kind)),
    ...(route.access === 'anyone' ? [] : (['not-signed-in', 'session-ended'] as const)),
    ...(typeof route.access === 'object' ? (['not-allowed', 'not-found'] as const) : []),
    ...(route.conditional ? (['precondition-required', 'stale-version'] as const) : []),
    ...(route.idempotent ? (['idempotency-key-reused'] as const) : []),
    ...route.failures,
  ];
  return [...new Set(kinds)].sort((one, other) => problems[one].status - problems[other].status);
}

/** `components.responses`: a kind of problem that has its status to itself, as most have on most routes. */
export function namedProblems(): Json {
  return Object.fromEntries(problemKinds.map(kind => [kind, describedProblem([kind])]));
}

function problemResponse(kinds: readonly ProblemKind[]): Json {
  return kinds.length === 1 ? { $ref: `#/components/responses/${kinds[0]}` } : describedProblem(kinds);
}

function describedProblem(kinds: readonly ProblemKind[]): Json {
  const type = { type: 'string', enum: kinds.map(kind => `/problems/${kind}`) };
  const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { type } }] };
  return {
    description: kinds.map(kind => `\`${kind}\`: ${problems[kind].title}.`).join('\n'),
    content: { 'application/problem+json': { schema } },
  };
}

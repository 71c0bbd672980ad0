/** The refusals in the OpenAPI document: for each status of a route, the kinds of problem that may be meant. */
import { kernelProblems, type ProblemKind, problemKinds, problems } from '../../shared/contract/problems.ts';
import { takesBody } from '../../shared/contract/request.ts';
import type { Route } from '../../shared/contract/route.ts';
import { tokenError } from '../../shared/contract/tokens.ts';
import type { Json } from './openapi-schemas.ts';

/** About the body, so never answered where there is none. */
const aboutBodies: readonly ProblemKind[] = ['malformed-request', 'unsupported-media-type', 'too-large'];

/** What whoever acts in an organization may be told. */
const aboutOrganizations = [
  'second-factor-required',
  'organization-suspended',
  'not-allowed',
  'not-found',
] as const satisfies ProblemKind[];

/** The `responses` that are not a success. */
export function problemResponses(route: Route): Json {
  const oauth = route.speaks === 'oauth';
  const statusOf = (kind: ProblemKind) => (oauth ? tokenError(kind) : problems[kind]).status;
  const byStatus = Map.groupBy(possibleProblems(route), statusOf);
  return Object.fromEntries(
    [...byStatus].map(([status, kinds]) => [status, oauth ? tokenRefusal(kinds) : problemResponse(kinds)]),
  );
}

/** What a route may refuse with: its own failures, and what follows from how it is reached. */
function possibleProblems(route: Route): readonly ProblemKind[] {
  const hasBody = takesBody(route);
  const kinds: ProblemKind[] = [
    ...kernelProblems.filter(kind => hasBody || !aboutBodies.includes(kind)),
    ...(route.access === 'anyone' ? [] : (['not-signed-in', 'session-ended'] as const)),
    ...(typeof route.access === 'object' ? aboutOrganizations : []),
    ...(route.access === 'person' ? (['second-factor-required'] as const) : []),
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
  const schema = {
    allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { type: oneOf(pagesOf(kinds)) } }],
  };
  return { description: titlesOf(kinds), content: { 'application/problem+json': { schema } } };
}

/** The same in OAuth's words (RFC 6749, section 5.2). */
function tokenRefusal(kinds: readonly ProblemKind[]): Json {
  const error = oneOf([...new Set(kinds.map(kind => tokenError(kind).error))]);
  const properties = { error, error_uri: oneOf(pagesOf(kinds)) };
  const schema = { allOf: [{ $ref: '#/components/schemas/TokenRefusal' }, { properties }] };
  return { description: titlesOf(kinds), content: { 'application/json': { schema } } };
}

const oneOf = (values: readonly string[]) => ({ type: 'string', enum: values });
const pagesOf = (kinds: readonly ProblemKind[]) => kinds.map(kind => `/problems/${kind}`);
const titlesOf = (kinds: readonly ProblemKind[]) =>
  kinds.map(kind => `\`${kind}\`: ${problems[kind].title}.`).join('\n');

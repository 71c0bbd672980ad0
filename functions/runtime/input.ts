/** Turns what was sent into a route's input, or says field by field what is wrong with it. */
import type * as z from 'zod/mini';
import type { FieldError } from '../../shared/contract/problems.ts';
import { pathParameters } from '../../shared/contract/request.ts';
import { type Failure, refuse } from '../../shared/domain/decision.ts';
import type { ServedRoute } from './use-case.ts';

export type Parsed = { ok: true; input: unknown } | { ok: false; failure: Failure };

/** An id in the path that cannot be one names nothing: that is 404, as for any other thing that is not there. */
export function parseInput(route: ServedRoute, fields: Record<string, unknown>): Parsed {
  const result = route.input.safeParse(fields, { reportInput: true });
  if (result.success) return { ok: true, input: result.data };
  const inPath = pathParameters(route.path);
  if (result.error.issues.some(issue => inPath.includes(String(issue.path[0])))) return refuse('not-found');
  return refuse('validation-failed', { errors: result.error.issues.flatMap(fieldErrors).slice(0, 50) });
}

type Issue = z.core.$ZodIssue;

function fieldErrors(issue: Issue): FieldError[] {
  if (issue.code === 'invalid_union' && issue.errors.length > 0)
    return closestBranch(issue.errors).flatMap(inner =>
      fieldErrors({ ...inner, path: [...issue.path, ...inner.path] }),
    );
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      pointer: pointer([...issue.path, key]),
      code: 'unknown-field',
      message: 'is not a field of this request',
    }));
  }
  return [{ pointer: pointer(issue.path), code: codeOf(issue), message: messageOf(issue) }];
}

/** Of several forms a value may take, the one that what was sent came closest to: it failed furthest inside. */
function closestBranch(branches: readonly Issue[][]): Issue[] {
  const depth = (branch: readonly Issue[]) => Math.max(0, ...branch.map(issue => issue.path.length));
  return branches.reduce((best, branch) => (depth(branch) > depth(best) ? branch : best));
}

/** RFC 6901. Names are cut: a caller's own nonsense need not come back whole. */
function pointer(path: readonly PropertyKey[]): string {
  return path
    .map(step => `/${String(step).slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

function codeOf(issue: Issue): string {
  if (isMissing(issue)) return 'required';
  return issue.code.replaceAll('_', '-');
}

function messageOf(issue: Issue): string {
  if (isMissing(issue)) return 'is required';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${typeNames[issue.expected] ?? issue.expected}`;
    case 'invalid_union':
      return `must be one of: ${('options' in issue ? (issue.options ?? []) : []).map(String).join(', ')}`;
    case 'invalid_value':
      return issue.message === defaultMessage
        ? `must be one of: ${issue.values.map(String).join(', ')}`
        : issue.message;
    default:
      return issue.message === defaultMessage ? 'is not valid' : issue.message;
  }
}

/** zod/mini carries no texts of its own and says this of everything that the schema has no words for. */
const defaultMessage = 'Invalid input';

function isMissing(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.input === undefined;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
};

/** What went wrong with a request, whatever it was, in one shape that pages can show. */
import type { FieldError, ProblemDocument, ProblemKind } from '../../shared/contract/problems.ts';
import { t } from '../texts/texts.ts';

export type Problem = {
  /** `offline`: nobody answered. */
  kind: ProblemKind | 'offline';
  title: string;
  detail: string;
  requestId?: string;
  errors: readonly FieldError[];
};

type RequestError = Error & { problem: Problem };

/** An error to throw, so that queries and mutations fail with it. */
export function requestError(problem: Problem): RequestError {
  return Object.assign(new Error(problem.title), { problem });
}

/** The problem behind anything that was thrown. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Error && 'problem' in thrown) return (thrown as RequestError).problem;
  return general('unexpected');
}

export function offline(): Problem {
  return { kind: 'offline', ...t.offline, errors: [] };
}

/**
 * Reads an answer that is not a success. It says itself what happened; what is no problem document of ours, such as what
 * stands before us may answer, is told by its status.
 */
export async function readProblem(response: Response): Promise<Problem> {
  const body: Partial<ProblemDocument> = await response.json().catch(() => ({}));
  const { title, detail } = body;
  const kind = kindOf(body.type);
  const said = kind && title && detail ? { kind, title, detail } : general(kindOfStatus(response.status));
  const requestId = body.requestId ?? response.headers.get('x-request-id') ?? undefined;
  const errors = Array.isArray(body.errors) ? body.errors.filter(isFieldError) : [];
  return { ...said, requestId, errors };
}

type General = keyof typeof t.problems;

function general(kind: General): Problem {
  return { kind, ...t.problems[kind], errors: [] };
}

function kindOf(type: string | undefined): ProblemKind | undefined {
  const [, kind] = type?.match(/^\/problems\/([a-z-]+)$/) ?? [];
  return kind as ProblemKind | undefined; // the page and the API are deployed together
}

function isFieldError(given: Partial<FieldError> | null): given is FieldError {
  return [given?.pointer, given?.code, given?.message].every(part => typeof part === 'string');
}

function kindOfStatus(status: number): General {
  const kinds: Partial<Record<number, General>> = {
    401: 'not-signed-in',
    403: 'not-allowed',
    404: 'not-found',
    429: 'too-many-requests',
    502: 'unavailable',
    503: 'unavailable',
    504: 'unavailable',
  };
  return kinds[status] ?? 'unexpected';
}

/** What went wrong with a request, whatever it was, in one shape that pages can show. */
import {
  FieldError,
  type ProblemDocument,
  type ProblemKind,
  problemKinds,
  problems,
} from '../../shared/contract/problems.ts';
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
  return known('unexpected');
}

export function offline(): Problem {
  return { kind: 'offline', ...t.offline, errors: [] };
}

/** Reads an answer that is not a success. What is no problem document of ours is told by its status. */
export async function readProblem(response: Response): Promise<Problem> {
  const body: Partial<ProblemDocument> = await response.json().catch(() => ({}));
  const kind = kindOf(body.type) ?? kindOfStatus(response.status);
  const requestId = body.requestId ?? response.headers.get('x-request-id') ?? undefined;
  const errors = Array.isArray(body.errors)
    ? body.errors.filter((error): error is FieldError => FieldError.safeParse(error).success)
    : [];
  return { ...known(kind), ...(body.detail && { detail: body.detail }), requestId, errors };
}

function known(kind: ProblemKind): Problem {
  const { title, detail } = problems[kind];
  return { kind, title, detail, errors: [] };
}

export function isProblemKind(text: string | undefined): text is ProblemKind {
  return problemKinds.some(kind => kind === text);
}

function kindOf(type: string | undefined): ProblemKind | undefined {
  const name = type?.split('/').at(-1);
  return isProblemKind(name) ? name : undefined;
}

function kindOfStatus(status: number): ProblemKind {
  const general: Partial<Record<number, ProblemKind>> = {
    401: 'not-signed-in',
    403: 'not-allowed',
    404: 'not-found',
    429: 'too-many-requests',
    502: 'unavailable',
    503: 'unavailable',
    504: 'unavailable',
  };
  return general[status] ?? 'unexpected';
}

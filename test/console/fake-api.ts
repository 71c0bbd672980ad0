/**
 * The API, as far as the console needs it, out of memory: for looking at pages and testing them without any server.
 * It checks what it is sent with the contract's schemas, and is typed by the contract's table.
 */
import { openapiDocument } from '../../infra/build/openapi.ts';
import type { PersonId } from '../../shared/contract/ids.ts';
import { type FieldError, type ProblemKind, problemDocument } from '../../shared/contract/problems.ts';
import type { Route } from '../../shared/contract/route.ts';
import { type RouteKey, routeKeys, routeOf } from '../../shared/contract/routes.ts';
import { type FakeWorld, makeWorld } from './fake-data.ts';
import { handlers } from './fake-routes.ts';

/** Thrown by a handler to refuse. */
type Refusal = { refuse: ProblemKind; errors?: FieldError[]; detail?: string };

export type Asked = { world: FakeWorld; person: PersonId | undefined; ifMatch: string | null };
export type Answered = { body?: unknown; cookie?: string };

export type FakeApi = {
  world: FakeWorld;
  handle: (request: Request) => Promise<Response>;
  /** What has been asked so far, newest last. */
  asked: { key: RouteKey; headers: Headers }[];
  /** Called before each answer; returning a refusal makes the route fail with it. */
  interfere?: (key: RouteKey) => ProblemKind | undefined | Promise<ProblemKind | undefined>;
};

export function fakeApi(world: FakeWorld = makeWorld()): FakeApi {
  const api: FakeApi = {
    world,
    asked: [],
    handle: async request => {
      const found = findRoute(request);
      if (!found) return problem({ refuse: 'not-found' });
      api.asked.push({ key: found.key, headers: request.headers });
      try {
        const hurt = await api.interfere?.(found.key);
        if (hurt) throw { refuse: hurt };
        return await answer(api, request, found);
      } catch (thrown) {
        if (thrown && typeof thrown === 'object' && 'refuse' in thrown) return problem(thrown as Refusal);
        throw thrown;
      }
    },
  };
  return api;
}

type Found = { key: RouteKey; route: Route; inPath: Record<string, string> };

function findRoute(request: Request): Found | undefined {
  const { pathname } = new URL(request.url);
  for (const key of routeKeys) {
    const route = routeOf(key);
    const pattern = new RegExp(
      `^${route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)').replaceAll('.', '\\.')}$`,
    );
    const match = route.method === request.method && pattern.exec(pathname);
    if (match) return { key, route, inPath: match.groups ?? {} };
  }
  return undefined;
}

async function answer(
  { world }: FakeApi,
  request: Request,
  { key, route, inPath }: Found,
): Promise<Response> {
  if (key === 'get-openapi') return Response.json(openapiDocument());
  const person = whoAsks(world, request);
  if (route.access !== 'anyone' && route.access !== 'anyone-or-person' && !person)
    throw { refuse: 'not-signed-in' };
  const text = await request.text();
  const input = parse(route, { ...queryOf(request), ...(text ? JSON.parse(text) : {}), ...inPath });
  const again = remembered(world, request, text);
  const result: Answered =
    again ??
    (await handlers[key]({ world, person, ifMatch: request.headers.get('if-match') }, input as never));
  remember(world, request, text, result);
  const headers =
    result.cookie === undefined
      ? undefined
      : { 'set-cookie': `${result.cookie}; Path=/v1/auth; HttpOnly; SameSite=Strict` };
  return result.body === undefined
    ? new Response(null, { status: route.status, headers })
    : Response.json(result.body, { status: route.status, headers });
}

function whoAsks(world: FakeWorld, request: Request): PersonId | undefined {
  const token = request.headers.get('authorization')?.replace('Bearer ', '');
  const cookie = /refresh=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  const named = token ?? (new URL(request.url).pathname === '/v1/auth/refresh' ? cookie : undefined);
  const user = world.users.find(({ id }) => id === named);
  if (user && world.ended.has(user.id)) throw { refuse: 'session-ended' };
  return user?.id;
}

function parse(route: Route, given: unknown): unknown {
  const parsed = route.input.safeParse(given);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message, code }) => ({
    pointer: `/${path.map(String).join('/')}`,
    code: code ?? 'invalid',
    message,
  }));
  throw { refuse: 'validation-failed', errors };
}

function queryOf(request: Request): Record<string, string | string[]> {
  const query = new URL(request.url).searchParams;
  return Object.fromEntries([...query.keys()].map(name => [name, severalOrOne(query.getAll(name))]));
}

function severalOrOne(values: string[]): string | string[] {
  return values.length === 1 ? (values[0] ?? '') : values;
}

function remembered(world: FakeWorld, request: Request, body: string): Answered | undefined {
  const known = world.answers.get(request.headers.get('idempotency-key') ?? '');
  if (known && known.body !== body) throw { refuse: 'idempotency-key-reused' };
  return known?.answer as Answered | undefined;
}

function remember(world: FakeWorld, request: Request, body: string, answer: Answered): void {
  const key = request.headers.get('idempotency-key');
  if (key) world.answers.set(key, { body, answer });
}

function problem({ refuse, errors, detail }: Refusal): Response {
  const document = problemDocument(refuse, {
    requestId: 'req_01kam3zq6hj8s5b0g4f2',
    ...(errors && { errors }),
    ...(detail && { detail }),
  });
  return Response.json(document, {
    status: document.status,
    headers: { 'content-type': 'application/problem+json' },
  });
}

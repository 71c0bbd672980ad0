/** The API behind the console under test: the real kernel and use cases over a world in memory, with the demo in it. */
import { systemClock } from '../../shared/adapters/system.ts';
import type { PersonId } from '../../shared/contract/ids.ts';
import { type ProblemKind, problemDocument } from '../../shared/contract/problems.ts';
import { type RouteKey, routeKeys, routeOf } from '../../shared/contract/routes.ts';
import type { Person, User } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { counting, next, personTurned } from '../../shared/domain/user.ts';
import { type FakeFront, fakeFront } from '../harness/fake-front.ts';
import { type Answer, ask, type Session, sessionIn } from '../harness/front.ts';
import { fakeWorld } from '../world/fake-world.ts';
import { acme, fill, idOf, password } from './demo.ts';

export type ConsoleApi = {
  front: FakeFront;
  handle: (request: Request) => Promise<Response>;
  /** What has been asked so far, newest last. */
  asked: { key: RouteKey; headers: Headers }[];
  /** Called before each answer; returning a kind of problem makes the route fail with it. */
  interfere?: (key: RouteKey) => ProblemKind | undefined | Promise<ProblemKind | undefined>;
  /** Called before an upload is taken; returning a status refuses it with that. */
  hinderUpload?: () => number | undefined;
  /** Where files are to be sent. */
  uploadsAt: string;
  /** Back to the beginning. */
  reset: () => Promise<void>;
};

/** Requests of pages that are shown to nobody any more may still come in; what they find is of no matter. */
export async function consoleApi(): Promise<ConsoleApi> {
  const api: ConsoleApi = {
    front: await demoFront(),
    uploadsAt: '',
    asked: [],
    handle: async request => {
      const key = routeAt(request);
      if (key) api.asked.push({ key, headers: request.headers });
      const hurt = key && (await api.interfere?.(key));
      return hurt ? refusal(hurt) : responseOf(await pass(api.front, request));
    },
    reset: async () => {
      api.front = await demoFront();
      api.asked.length = 0;
      api.interfere = undefined;
      api.hinderUpload = undefined;
      sendUploadsTo(api);
    },
  };
  return api;
}

/** What the API says of where to upload leads to where it is served. */
export function sendUploadsTo(api: ConsoleApi): void {
  const { files, imports } = api.front.world;
  const [begin, beginImport] = [files.beginUpload, imports.beginImport];
  files.beginUpload = async (...given) => ({ ...(await begin(...given)), url: api.uploadsAt });
  imports.beginImport = async (...given) => ({ ...(await beginImport(...given)), url: api.uploadsAt });
}

/** In real time: the browser's clock cannot be another. */
async function demoFront(): Promise<FakeFront> {
  const world = fakeWorld({ ...systemClock, advance: () => {} });
  await fill(world);
  return fakeFront(world);
}

async function pass(front: FakeFront, request: Request): Promise<Answer> {
  const { pathname, search } = new URL(request.url);
  const body = await request.text();
  const answer = await front.send({
    method: request.method,
    path: pathname + search,
    headers: Object.fromEntries(request.headers),
    ...(body && { body }),
  });
  await front.settle();
  return answer;
}

function routeAt(request: Request): RouteKey | undefined {
  const { pathname } = new URL(request.url);
  return routeKeys.find(key => {
    const { method, path } = routeOf(key);
    const pattern = path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+');
    return method === request.method && new RegExp(`^${pattern}$`).test(pathname);
  });
}

function responseOf({ status, headers, cookies, body }: Answer): Response {
  const response = new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
}

export const requestId = 'request-that-was-hindered';

function refusal(kind: ProblemKind): Response {
  const document = problemDocument(kind, { requestId });
  return Response.json(document, {
    status: document.status,
    headers: { 'content-type': 'application/problem+json' },
  });
}

/** The refresh cookie of somebody in the demo who signs in just now. */
export async function cookieOf({ front }: ConsoleApi, firstName: string): Promise<Cookie> {
  const [person] = await front.world.directory.get(ref.person(idOf(firstName)));
  const signedIn = await ask(front, 'sign-in', { email: person?.email ?? '', password });
  if (signedIn.cookies.length === 0) throw new Error(`${firstName} cannot sign in`);
  return cookieIn(sessionIn(signedIn));
}

type Cookie = { name: string; value: string };

export function cookieIn({ cookie }: Session): Cookie {
  const [name = '', value = ''] = cookie.split('=');
  return { name, value };
}

/** Changes somebody behind everybody's back, as an administrator elsewhere would. */
export async function alter(
  { front }: ConsoleApi,
  firstName: string,
  different: Partial<User>,
  more?: Partial<Person>,
): Promise<void> {
  const id: PersonId = idOf(firstName);
  const { directory } = front.world;
  const [organization, user, person] = await directory.get(
    ref.organization(acme),
    ref.user(acme, id),
    ref.person(id),
  );
  if (!organization || !user || !person) throw new Error(`There is no ${firstName}`);
  const after = next(user, different);
  const turned = { ...personTurned(organization, { user, person }, { user: after, person: {} }), ...more };
  const changes = [
    { do: 'update', before: user, after } as const,
    { do: 'update', before: person, after: turned } as const,
    ...counting(organization, user, after),
  ];
  const result = await directory.commit({ changes, events: [] });
  if (!result.ok) throw new Error(JSON.stringify(result.conflict));
}

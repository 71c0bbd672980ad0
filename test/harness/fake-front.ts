/** The front door over the world in memory: the real kernel and use cases, and a bus that is a list. */

import { refusal } from '../../functions/runtime/answer.ts';
import { httpHandler } from '../../functions/runtime/http.ts';
import type { GatewayEvent } from '../../functions/runtime/request.ts';
import type { ServedRoutes } from '../../functions/runtime/use-case.ts';
import type { DomainEvent } from '../../shared/contract/events.ts';
import { type RouteKey, routeKeys, routeOf } from '../../shared/contract/routes.ts';
import { subscribers } from '../../shared/contract/subscribers.ts';
import { importsUrl } from '../world/fake-imports.ts';
import { type FakeWorld, fakeWorld } from '../world/fake-world.ts';
import type { Answer, Front, RawRequest } from './front.ts';

type Named = Record<string, (...given: unknown[]) => Promise<unknown>>;

const files = {
  http: import.meta.glob<Named>('../../functions/http/*/*.ts', { eager: true }),
  events: import.meta.glob<Named>('../../functions/events/*.ts', { eager: true }),
  schedules: import.meta.glob<Named>('../../functions/schedules/*.ts', { eager: true }),
};

/** The function in the file of that name, as the build finds it. */
function named(folder: keyof typeof files, name: string) {
  const file = Object.entries(files[folder]).find(([path]) => path.endsWith(`/${name}.ts`));
  const found = file?.[1][name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
  if (!found) throw new Error(`There is no ${folder} file for ${name}`);
  return found;
}

export function everyRoute(): ServedRoutes {
  const served = routeKeys.map(key => [key, { route: routeOf(key), handle: named('http', key) }]);
  return Object.fromEntries(served) as ServedRoutes; // by their names
}

export type FakeFront = Front & { world: FakeWorld };

/** Over all doors: the number of a request is its own in the whole world. */
let requests = 0;

export function fakeFront(world = fakeWorld()): FakeFront {
  const handler = httpHandler(everyRoute(), world);
  return {
    world,
    send: async request => {
      const event = gatewayEvent(request, `request-${++requests}`, world);
      if (!event) return answerOf(refusal({ kind: 'not-signed-in' }, 'gateway'));
      return answerOf(await handler(event, {} as never)); // none of our handlers looks at Lambda's context
    },
    settle: bus(world),
    mailsTo: async address => world.mailbox.filter(mail => mail.to === address),
    smsTo: async telephone => world.sms.filter(({ to }) => to === telephone).map(({ text }) => text),
    upload: async ({ url, fields }, file) =>
      (url === importsUrl ? world.imports : world.files).upload(fields, file),
    picture: async path => {
      const [, , name = '', size] = path.split(/[/.]/);
      const square = world.files.kept.get(name)?.find(each => String(each.size) === size);
      return { status: square ? 200 : 403, headers: {}, bytes: square?.bytes ?? new Uint8Array() };
    },
    download: async url => (url.startsWith(importsUrl) ? world.imports : world.exports).fetch(url),
    advance: async seconds => world.clock.advance(seconds),
    runSchedule: async name => {
      await named('schedules', name)(world);
    },
    stored: async () => world.directory.stored(),
    userRows: async () => [],
    trail: async organization => world.directory.events.filter(event => event.organization === organization),
  };
}

/** Hands every event to its subscribers, and every mail's report to whom it concerns, until nothing is left. */
function bus(world: FakeWorld) {
  let [told, reported] = [0, 0];
  return async () => {
    while (told < world.directory.events.length || reported < world.mailbox.length) {
      const event = world.directory.events[told];
      if (event) {
        told++;
        for (const subscriber of listenersTo(event)) await handOver(event, subscriber, world);
      } else {
        await report(world, reported++);
      }
    }
  };
}

type Listener = (message: { detail: DomainEvent }, world: FakeWorld) => Promise<unknown>;

/** Whatever a subscriber does not manage, its queue gives it once more a minute and a half later. */
async function handOver(event: DomainEvent, subscriber: Listener, world: FakeWorld): Promise<void> {
  try {
    await subscriber({ detail: event }, world);
  } catch {
    world.clock.advance(90);
    await subscriber({ detail: event }, world);
  }
}

export function listenersTo({ action }: DomainEvent): Listener[] {
  const listening = Object.entries(subscribers).filter(
    ([, subscriber]) =>
      'listensTo' in subscriber && (subscriber.listensTo as readonly string[]).includes(action),
  );
  return listening.map(([name, subscriber]): Listener => {
    const listener = named('events', name);
    if (!('together' in subscriber)) return listener;
    return ({ detail }, world) => listener({ organization: detail.organization, events: [detail] }, world);
  });
}

async function report(world: FakeWorld, index: number): Promise<void> {
  const mail = world.mailbox[index];
  if (!mail) return;
  const tags = Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]]));
  const bounces = mail.to.startsWith('bounce');
  const detail = {
    eventType: bounces ? 'Bounce' : 'Delivery',
    mail: { messageId: `mail-${index}`, timestamp: world.clock.now(), tags },
    ...(bounces && { bounce: { bouncedRecipients: [{ diagnosticCode: 'smtp; 550 5.1.1 user unknown' }] } }),
  };
  await named('events', 'record-delivery')({ detail }, world);
}

/** As API Gateway makes it; undefined where its authoriser would refuse. */
export function gatewayEvent(
  request: RawRequest,
  requestId: string,
  world: FakeWorld,
): GatewayEvent | undefined {
  const [path = '', rawQueryString = ''] = request.path.split('?');
  const found = match(request.method, path);
  const headers = Object.fromEntries(
    Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const token = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
  const claims = token && world.identity.claimsOf(token);
  const access = found && routeOf(found.key).access;
  if (access && access !== 'anyone' && access !== 'anyone-or-person' && !claims) return undefined;
  return {
    routeKey: found ? `${request.method} ${routeOf(found.key).path}` : '$default',
    rawPath: path,
    rawQueryString,
    headers,
    cookies: headers.cookie?.split('; '),
    pathParameters: found?.parameters,
    body: request.body,
    isBase64Encoded: false,
    requestContext: {
      requestId,
      timeEpoch: Date.now(),
      http: {
        method: request.method,
        path,
        sourceIp: '203.0.113.7',
        userAgent: headers['user-agent'] ?? 'test',
      },
      ...(claims && { authorizer: { jwt: { claims } } }),
    },
  } as unknown as GatewayEvent; // the rest of it nobody reads
}

function match(
  method: string,
  path: string,
): { key: RouteKey; parameters: Record<string, string> } | undefined {
  const steps = path.split('/');
  for (const key of [...routeKeys].sort((a, b) => variables(a) - variables(b))) {
    const wanted = routeOf(key).path.split('/');
    const fits =
      wanted.length === steps.length && wanted.every((step, i) => step.startsWith('{') || step === steps[i]);
    if (!fits || routeOf(key).method !== method) continue;
    const named = wanted.flatMap((step, i) =>
      step.startsWith('{') ? [[step.slice(1, -1), decodeURIComponent(steps[i] ?? '')]] : [],
    );
    return { key, parameters: Object.fromEntries(named) };
  }
  return undefined;
}

const variables = (key: RouteKey) => routeOf(key).path.split('{').length;

type Result = Awaited<ReturnType<ReturnType<typeof httpHandler>>>;

function answerOf(result: Result | ReturnType<typeof refusal>): Answer {
  const { statusCode = 0, headers = {}, body, cookies = [] } = result;
  const texts = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  return { status: statusCode, headers: texts, body: body ? JSON.parse(body) : undefined, cookies };
}

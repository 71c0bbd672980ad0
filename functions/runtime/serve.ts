/** One request from the gateway to its answer: parse, find out who asks, authorise, call the use case, present. */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { OrganizationId, PersonId } from '../../shared/contract/ids.ts';
import { type Route, type RouteKey, routeOf } from '../../shared/contract/routes.ts';
import type { Actor, PersonActor } from '../../shared/domain/actor.ts';
import { type Failure, refuse } from '../../shared/domain/decision.ts';
import type { Always, World } from '../../shared/ports.ts';
import { refreshCookie, refusal, success, versionIn } from './answer.ts';
import { givenBefore, keepingAnswers, repeatable } from './idempotency.ts';
import { parseInput } from './input.ts';
import { noteActivity } from './last-active.ts';
import { cookieOf, fieldsSent, type GatewayEvent, header, originOf } from './request.ts';
import type { CookieChange } from './use-case.ts';
import { type Known, knowActor, knowPerson, signedInBy } from './who-asks.ts';

type Answer = APIGatewayProxyStructuredResultV2;

/** A use case as the kernel sees it: the table vouches for what the types say. */
export type AnyUseCase = (ask: object, ports: object) => Promise<AnyOutcome>;
type AnyOutcome =
  | { ok: true; value: unknown; cookie?: CookieChange }
  | { ok: false; failure: Failure; cookie?: CookieChange };

/** What a Lambda was opened with; routes that need nothing come with nothing but clock, ids and settings. */
export type Opened = Always & Partial<World>;

export async function serve(
  key: RouteKey,
  handle: AnyUseCase,
  event: GatewayEvent,
  ports: Opened,
): Promise<Answer> {
  const route = routeOf(key);
  const { requestId } = event.requestContext;
  const outcome = await outcomeOf(key, route, handle, event, ports);
  return outcome.ok
    ? success(route, outcome.value, outcome.cookie, requestId)
    : refusal(outcome.failure, requestId, outcome.cookie);
}

async function outcomeOf(
  key: RouteKey,
  route: Route,
  handle: AnyUseCase,
  event: GatewayEvent,
  ports: Opened,
): Promise<AnyOutcome> {
  const sent = fieldsSent(route, event);
  if (!sent.ok) return sent;
  const parsed = parseInput(route, sent.fields);
  if (!parsed.ok) return parsed;
  const expected = expectedVersion(route, event);
  if (!expected.ok) return expected;

  const ask = {
    input: parsed.input,
    origin: originOf(event),
    cookie: route.cookie === 'write' ? undefined : cookieOf(event, refreshCookie),
    expectedVersion: expected.version,
  };
  const signedIn = await whoSigned(route, event, ports);
  if (signedIn === 'nobody') return refuse('not-signed-in');
  const identified = identify(route, signedIn, parsed.input, ports);
  if (route.method === 'GET') return beside(identified, handle({ ...ask, signedIn }, ports));

  const known = await identified;
  if (!known.ok) return known;
  const asking = { ...ask, actor: known.actor };
  const idempotencyKey = route.idempotent && header(event, 'idempotency-key');
  if (!idempotencyKey) return handle(asking, ports);
  return once(repeatable(key, known.actor, idempotencyKey, parsed.input), ports, opened =>
    handle(asking, opened),
  );
}

type Expected = { ok: true; version: number } | { ok: false; failure: Failure };

function expectedVersion(route: Route, event: GatewayEvent): Expected {
  if (!route.conditional) return { ok: true, version: 0 };
  const ifMatch = header(event, 'if-match');
  if (!ifMatch) return refuse('precondition-required');
  // An ETag that was never ours is that of no version: nothing matches it.
  return { ok: true, version: versionIn(ifMatch) ?? -1 };
}

/** Whose token came along: the gateway has verified it, except where a token is optional and Cognito is asked. */
async function whoSigned(
  route: Route,
  event: GatewayEvent,
  ports: Opened,
): Promise<PersonActor | undefined | 'nobody'> {
  if (route.access === 'anyone') return undefined;
  if (route.access !== 'anyone-or-person') return signedInBy(event) ?? 'nobody';
  const token = /^Bearer (\S+)$/i.exec(header(event, 'authorization') ?? '')?.[1];
  if (!token) return undefined;
  const holder = await ports.identity?.personOf(token);
  return holder ? { kind: 'person', ...holder } : 'nobody';
}

/** The actor behind a request, noting on the way that they are active. */
async function identify(
  { access }: Route,
  signedIn: PersonActor | undefined,
  input: unknown,
  { directory, clock }: Opened,
): Promise<Known<Actor>> {
  if (!signedIn || !directory) return { ok: true, actor: { kind: 'anonymous' } };
  if (typeof access === 'string') return knowPerson(signedIn, directory);
  const { org, user } = input as { org: OrganizationId; user?: PersonId }; // by the paths of the table
  const known = await knowActor(signedIn, org, access, user, directory);
  if (known.ok && known.user) await noteActivity(known.user, directory, clock.now());
  return known;
}

/** A read runs beside the check of who asks; unless that succeeds, nobody ever sees what was read. */
async function beside(identified: Promise<Known<Actor>>, reading: Promise<AnyOutcome>): Promise<AnyOutcome> {
  const [known, outcome] = await Promise.all([identified, reading]);
  return known.ok ? outcome : known;
}

async function once(
  asked: { key: string; request: string },
  ports: Opened,
  run: (opened: Opened) => Promise<AnyOutcome>,
): Promise<AnyOutcome> {
  const { directory } = ports;
  if (!directory) return run(ports);
  const before = await givenBefore(asked, directory);
  if (before) return before.ok ? { ok: true, value: before.answer } : before;
  const outcome = await run({ ...ports, directory: keepingAnswers(directory, asked, ports.clock) });
  if (outcome.ok || outcome.failure.kind !== 'changed-meanwhile') return outcome;
  // The same request may have been answered next to this one: then that is the answer.
  const meanwhile = await givenBefore(asked, directory);
  return meanwhile?.ok ? { ok: true, value: meanwhile.answer } : outcome;
}

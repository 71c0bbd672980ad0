/** One request from the gateway to its answer: parse, find out who asks, authorise, call the use case, present. */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { RouteKey } from '../../shared/contract/routes.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import { refuse } from '../../shared/domain/decision.ts';
import { refusalOf, success } from './answer.ts';
import { onceUnderKey } from './idempotency.ts';
import { type ParsedAsk, parseAsk } from './parse.ts';
import { type GatewayEvent, header } from './request.ts';
import type { AnyOutcome, AnyUseCase, Opened, ServedRoute } from './use-case.ts';
import { identify } from './who-asks.ts';
import { whoSigned } from './who-signed.ts';
import type { Known } from './whose-session.ts';

/** A use case and its row of the table. */
export type Served = { key: RouteKey; route: ServedRoute; handle: AnyUseCase };

export async function serve(
  served: Served,
  event: GatewayEvent,
  ports: Opened,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { route } = served;
  const { requestId } = event.requestContext;
  const parsed = parseAsk(route, event);
  const outcome: AnyOutcome = parsed.ok ? await authorised(served, parsed.ask, event, ports) : parsed;
  if (outcome.ok) return success(route, outcome.value, outcome.cookie, requestId);
  return refusalOf(route)(outcome.failure, requestId, outcome.cookie);
}

/** A read runs beside the check of who asks; a write waits for it. */
async function authorised(
  { key, route, handle }: Served,
  ask: ParsedAsk,
  event: GatewayEvent,
  ports: Opened,
): Promise<AnyOutcome> {
  const signedIn = await whoSigned(route, event, ports);
  if (signedIn === 'nobody') return refuse('not-signed-in');
  const identified = identify(route, signedIn, ask.input, ports);
  if (route.method === 'GET') return beside(identified, handle({ ...ask, signedIn }, ports));

  const known = await identified;
  if (!known.ok) return known;
  const run = (opened: Opened) => handle({ ...ask, actor: known.actor }, opened);
  const idempotencyKey = route.idempotent && header(event, 'idempotency-key');
  if (!idempotencyKey) return run(ports);
  return onceUnderKey({ route: key, actor: known.actor, idempotencyKey, input: ask.input }, ports, run);
}

/** Unless the check succeeds, nobody ever sees what was read. */
async function beside(identified: Promise<Known<Actor>>, reading: Promise<AnyOutcome>): Promise<AnyOutcome> {
  const [known, outcome] = await Promise.all([identified, reading]);
  return known.ok ? outcome : known;
}

/** From the gateway's event to what a use case is asked, before anybody knows who asks. */
import { refreshCookie } from '../../shared/contract/auth.ts';
import { type Failure, refuse } from '../../shared/domain/decision.ts';
import { versionIn } from './answer.ts';
import { parseInput } from './input.ts';
import { bearerIn, cookieOf, fieldsSent, type GatewayEvent, header, originOf } from './request.ts';
import type { Origin, ServedRoute } from './use-case.ts';

export type ParsedAsk = {
  input: unknown;
  origin: Origin;
  accessToken: string;
  cookie: string | undefined;
  expectedVersion: number;
};

type Parsed = { ok: true; ask: ParsedAsk } | { ok: false; failure: Failure };

export function parseAsk(route: ServedRoute, event: GatewayEvent): Parsed {
  const sent = fieldsSent(route, event);
  if (!sent.ok) return sent;
  const parsed = parseInput(route, sent.fields);
  if (!parsed.ok) return parsed;
  const ifMatch = header(event, 'if-match');
  if (route.conditional && !ifMatch) return refuse('precondition-required');
  return {
    ok: true,
    ask: {
      input: parsed.input,
      origin: originOf(event),
      accessToken: bearerIn(event) ?? '',
      cookie: route.cookie === 'read' || route.cookie === 'both' ? cookieOf(event, refreshCookie) : undefined,
      // An ETag that was never ours is that of no version: nothing matches it.
      expectedVersion: (ifMatch ? versionIn(ifMatch) : undefined) ?? -1,
    },
  };
}

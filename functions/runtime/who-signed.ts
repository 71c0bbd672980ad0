/** Whose token came along with a request. */
import * as z from 'zod/mini';
import { PersonId } from '../../shared/contract/ids.ts';
import type { PersonActor } from '../../shared/domain/actor.ts';
import { bearerIn, type GatewayEvent } from './request.ts';
import type { Opened, ServedRoute } from './use-case.ts';

/** The claims of a token that the gateway has verified. Only access tokens ask; an ID token does not. */
const Claims = z.object({ token_use: z.literal('access'), username: PersonId, origin_jti: z.string() });

function signedInBy(event: GatewayEvent): PersonActor | undefined {
  const claims = Claims.safeParse(event.requestContext.authorizer?.jwt?.claims);
  return claims.success
    ? { kind: 'person', person: claims.data.username, session: claims.data.origin_jti }
    : undefined;
}

/** The gateway has verified the token, except where one is optional and Cognito is asked. */
export async function whoSigned(
  { access }: ServedRoute,
  event: GatewayEvent,
  { identity }: Opened,
): Promise<PersonActor | undefined | 'nobody'> {
  if (access === 'anyone') return undefined;
  if (access !== 'anyone-or-person') return signedInBy(event) ?? 'nobody';
  const token = bearerIn(event);
  if (!token) return undefined;
  const holder = await identity?.personOf(token);
  return holder ? { kind: 'person', ...holder } : 'nobody';
}

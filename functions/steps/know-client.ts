/** Which registered application a script belongs to, and whether the secret it shows is that one's. */
import { timingSafeEqual } from 'node:crypto';
import { ClientId } from '../../shared/contract/ids.ts';
import { LinkToken } from '../../shared/contract/text.ts';
import type { TokenRequest } from '../../shared/contract/tokens.ts';
import { workingSecrets } from '../../shared/domain/client.ts';
import { type Failure, refuse } from '../../shared/domain/decision.ts';
import type { ApiClient } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { PortsFor } from '../../shared/ports.ts';
import type { Origin } from '../runtime/use-case.ts';
import { admit } from './throttle.ts';

type Known =
  | { ok: true; client: ApiClient }
  | { ok: false; failure: Failure<'invalid-client' | 'too-many-attempts'> };

/** Goes the same way for an application that does not exist. Only wrong secrets count as attempts. */
export async function knowClient(
  { client_id, client_secret }: Pick<TokenRequest, 'client_id' | 'client_secret'>,
  origin: Origin,
  ports: PortsFor<'directory:read' | 'directory:write'>,
): Promise<Known> {
  const { directory, ids, clock } = ports;
  if (!client_id || !client_secret) return refuse('invalid-client');
  const id = ClientId.safeParse(client_id).data ?? ids.make('cli');
  const [admitted, [owner]] = await Promise.all([
    admit('client', client_id, origin, ports),
    directory.get(ref.apiClientOwner(id)),
  ]);
  if (!admitted.ok) return admitted;
  const [client] = await directory.get(ref.apiClient(owner?.organization ?? ids.make('org'), id));
  const shown = LinkToken.safeParse(client_secret).data ?? ids.linkToken().token;
  const working = client ? workingSecrets(client, clock.now()) : [ids.linkToken().hash];
  if (!isAmong(working, ids.hashOf(shown)) || !client) return refuse('invalid-client');
  await admitted.forgive();
  return { ok: true, client };
}

/** Compares with every one of them, and each in the same time. */
function isAmong(hashes: readonly string[], hash: string): boolean {
  const wanted = Buffer.from(hash);
  return hashes.map(one => timingSafeEqual(Buffer.from(one), wanted)).includes(true);
}

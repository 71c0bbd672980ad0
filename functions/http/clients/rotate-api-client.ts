import { decideRotateClient } from '../../../shared/domain/client.ts';
import { refuse } from '../../../shared/domain/decision.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';

export const rotateApiClient: UseCase<'rotate-api-client'> = async ({ input, actor, origin }, ports) => {
  const { directory, clock, ids } = ports;
  const { org, client: id, overlapMinutes } = input;
  const { token: secret, hash: secretHash } = ids.linkToken();
  return transact({ actor, origin }, ports, async () => {
    const [client] = await directory.get(ref.apiClient(org, id));
    if (!client) return refuse('not-found');
    const rotated = decideRotateClient(client, { secretHash, overlapMinutes, now: clock.now() });
    return rotated.ok ? { ...rotated, answer: { ...rotated.answer, secret } } : rotated;
  });
};

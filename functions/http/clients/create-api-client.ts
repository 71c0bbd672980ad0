import { decideCreateClient } from '../../../shared/domain/client.ts';
import { refuse } from '../../../shared/domain/decision.ts';
import { plusSeconds } from '../../../shared/domain/time.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';

/** Longer than this Lambda can live. */
const claimSeconds = 15;

/** One at a time in an organization, so that there are never more than it may have. */
export const createApiClient: UseCase<'create-api-client'> = async ({ input, actor, origin }, ports) => {
  const { directory, clock, ids } = ports;
  const [key, holder] = [`create-api-client#${input.org}`, origin.requestId];
  const claimed = await directory.claim({ key, holder, until: plusSeconds(clock.now(), claimSeconds) });
  if (claimed !== 'yours') return refuse('changed-meanwhile');
  try {
    const { token: secret, hash: secretHash } = ids.linkToken();
    const fresh = { id: ids.make('cli'), secretHash };
    return await transact({ actor, origin }, ports, async () => {
      const already = (await directory.listApiClients(input.org)).length;
      const created = decideCreateClient({ actor, name: input.name, already, fresh, now: clock.now() });
      return created.ok ? { ...created, answer: { ...created.answer, secret } } : created;
    });
  } finally {
    await directory.release(key, holder);
  }
};

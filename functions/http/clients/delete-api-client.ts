import { decideDeleteClient } from '../../../shared/domain/client.ts';
import { refuse } from '../../../shared/domain/decision.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';

export const deleteApiClient: UseCase<'delete-api-client'> = async ({ input, actor, origin }, ports) => {
  const { org, client: id } = input;
  return transact({ actor, origin }, ports, async () => {
    const [client, owner] = await ports.directory.get(ref.apiClient(org, id), ref.apiClientOwner(id));
    return client ? decideDeleteClient(client, owner) : refuse('not-found');
  });
};

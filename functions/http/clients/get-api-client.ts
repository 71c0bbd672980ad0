import { viewClient } from '../../../shared/domain/client.ts';
import { refuse } from '../../../shared/domain/decision.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';

export const getApiClient: UseCase<'get-api-client'> = async ({ input }, { directory, clock }) => {
  const [client] = await directory.get(ref.apiClient(input.org, input.client));
  return client ? done(viewClient(client, clock.now())) : refuse('not-found');
};

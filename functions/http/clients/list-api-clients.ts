import { viewClient } from '../../../shared/domain/client.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';

export const listApiClients: UseCase<'list-api-clients'> = async ({ input }, { directory, clock }) => {
  const clients = await directory.listApiClients(input.org);
  const now = clock.now();
  return done({ items: clients.map(client => viewClient(client, now)) });
};

/** The door of the users' index: changes of users from the directory's stream, in order, at least once. */
import type { DynamoDBStreamEvent } from 'aws-lambda';
import type { PortsFor } from '../../shared/ports.ts';
import { log } from './log.ts';

/** A Lambda that fails as a whole: the stream halves what it gives again until the record that cannot be read is alone. */
export function usersHandler({ indexer }: Pick<PortsFor<'directory:index'>, 'indexer'>) {
  return async ({ Records }: DynamoDBStreamEvent): Promise<void> => {
    const changes = Records.flatMap(({ dynamodb = {} }) => indexer.changeIn(dynamodb) ?? []);
    await indexer.renew(changes);
    log('info', 'users indexed', { changes: changes.length });
  };
}

/** The doors of what is kept in step with users: changes of users from the directory's stream, in order, at least once. */
import type { DynamoDBStreamEvent } from 'aws-lambda';
import type { UserFollower } from '../../shared/ports/directory.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { log } from './log.ts';

/** A Lambda that fails as a whole: the stream halves what it gives again until the record that cannot be read is alone. */
function following(done: string, follower: UserFollower) {
  return async ({ Records }: DynamoDBStreamEvent): Promise<void> => {
    const changes = Records.flatMap(({ dynamodb = {} }) => follower.changeIn(dynamodb) ?? []);
    await follower.renew(changes);
    log('info', done, { changes: changes.length });
  };
}

export function usersHandler({ indexer }: Pick<PortsFor<'directory:index'>, 'indexer'>) {
  return following('users indexed', indexer);
}

export function factorsHandler({ coverage }: Pick<PortsFor<'directory:cover'>, 'coverage'>) {
  return following('factors counted', coverage);
}

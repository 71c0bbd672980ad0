/** Counts of attempts. Each bucket's name tells its stretch of time, so that every stretch begins with an empty one. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ref } from '../../domain/refs.ts';
import type { Bucket } from '../../domain/throttle.ts';
import { secondsOf } from '../../domain/time.ts';
import type { DirectoryWriter } from '../../ports/directory.ts';
import { someMore } from './counters.ts';
import { keyOf } from './keys.ts';
import { updateIf } from './notes.ts';

export function throttling(
  client: DynamoDBDocumentClient,
  table: string,
): Pick<DirectoryWriter, 'admit' | 'forgive'> {
  // The SDK asks again where an answer was lost, so one attempt may count twice: it errs on the safe side.
  const count = ({ name, limit, emptyAt, units = 1 }: Bucket) => {
    const attempts = ref.attempts(name);
    return updateIf(client, {
      TableName: table,
      Key: keyOf(attempts),
      ...someMore('count', { add: units, limit }, { ...attempts, ttl: secondsOf(emptyAt) }),
    });
  };
  const takeBack = ({ name, units = 1 }: Bucket) =>
    updateIf(client, {
      TableName: table,
      Key: keyOf(ref.attempts(name)),
      UpdateExpression: 'ADD #count :back',
      ConditionExpression: '#count >= :units',
      ExpressionAttributeNames: { '#count': 'count' },
      ExpressionAttributeValues: { ':back': -units, ':units': units },
    });
  return {
    admit: async buckets => {
      const counted = await Promise.all(buckets.map(count));
      if (!counted.includes(false)) return true;
      // The attempt is not made, whether or not the others can be told so.
      await Promise.allSettled(buckets.filter((_, i) => counted[i]).map(takeBack));
      return false;
    },
    forgive: async buckets => {
      await Promise.all(buckets.map(takeBack));
    },
  };
}

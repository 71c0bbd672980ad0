/** Claims: the sole right to do something for a while, or the mark that it is done for good. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Claim } from '../../domain/model.ts';
import { ref } from '../../domain/refs.ts';
import { secondsOf } from '../../domain/time.ts';
import type { DirectoryWriter } from '../../ports/directory.ts';
import type { Clock } from '../../ports/system.ts';
import { itemOf } from './items.ts';
import { keyOf } from './keys.ts';
import { updateIf } from './notes.ts';

/** Longer than any queue or retry could still ask whether something was done. */
const keptForSeconds = 30 * 24 * 60 * 60;

export function claiming(
  client: DynamoDBDocumentClient,
  table: string,
  clock: Clock,
): Pick<DirectoryWriter, 'claim' | 'settle' | 'release'> {
  return {
    claim: async ({ key, holder, until }) => {
      const ttl = secondsOf(until) + keptForSeconds;
      const claim: Claim = { type: 'claim', key, holder, until, done: false, ttl };
      try {
        await client.send(
          // The holder's own claim is theirs again: the SDK may ask twice where an answer was lost.
          new PutCommand({
            TableName: table,
            Item: itemOf(claim),
            ConditionExpression:
              'attribute_not_exists(pk) OR (done = :false AND (#until <= :now OR holder = :holder))',
            ExpressionAttributeNames: { '#until': 'until' },
            ExpressionAttributeValues: { ':false': false, ':now': clock.now(), ':holder': holder },
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return 'yours';
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return error.Item?.done?.BOOL ? 'done' : 'busy';
      }
    },
    settle: (key, holder) => change(key, holder, 'SET done = :true', { ':true': true }),
    release: (key, holder) =>
      change(key, holder, 'SET #until = :epoch', { ':epoch': '1970-01-01T00:00:00.000Z' }),
  };

  async function change(
    key: string,
    holder: string,
    expression: string,
    values: Record<string, unknown>,
  ): Promise<void> {
    await updateIf(client, {
      TableName: table,
      Key: keyOf(ref.claim(key)),
      UpdateExpression: expression,
      ConditionExpression: 'holder = :holder',
      ...(expression.includes('#until') && { ExpressionAttributeNames: { '#until': 'until' } }),
      ExpressionAttributeValues: { ':holder': holder, ...values },
    });
  }
}

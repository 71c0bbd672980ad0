/** Facts noted beside the versioned state: nobody edits them, so they move no version. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { DeliveryState } from '../../contract/invitations.ts';
import type { Time } from '../../contract/text.ts';
import { type Ref, ref } from '../../domain/refs.ts';
import type { DirectoryWriter } from '../../ports/directory.ts';
import { keyOf } from './keys.ts';

type Notes = Pick<
  DirectoryWriter,
  | 'noteActivity'
  | 'noteSessionUse'
  | 'noteSignedOut'
  | 'noteFactorsAligned'
  | 'noteApiClientUse'
  | 'noteDelivery'
>;

export function noting(client: DynamoDBDocumentClient, table: string): Notes {
  /** Moves a moment on, never back. */
  const noteTime = async (of: Ref, name: string, at: Time) => {
    await updateIf(client, {
      TableName: table,
      Key: keyOf(of),
      UpdateExpression: 'SET #name = :at',
      ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(#name) OR #name < :at)',
      ExpressionAttributeNames: { '#name': name },
      ExpressionAttributeValues: { ':at': at },
    });
  };
  return {
    noteActivity: (organization, id, at) => noteTime(ref.user(organization, id), 'lastActiveAt', at),
    noteSessionUse: (person, session, at) => noteTime(ref.session(person, session), 'lastUsedAt', at),
    noteSignedOut: (person, at) => noteTime(ref.person(person), 'signedOutAt', at),
    noteFactorsAligned: (person, at) => noteTime(ref.person(person), 'factorsAlignedAt', at),
    noteApiClientUse: (organization, id, at) => noteTime(ref.apiClient(organization, id), 'lastUsedAt', at),
    noteDelivery: async (organization, id, delivery) => {
      // Reports come at least once and in any order: a state only ever moves on.
      const earlier = DeliveryState.options.slice(0, DeliveryState.options.indexOf(delivery.state));
      const names = earlier.map((_, i) => `:s${i}`);
      return updateIf(client, {
        TableName: table,
        Key: keyOf(ref.user(organization, id)),
        UpdateExpression: 'SET delivery = :delivery',
        ConditionExpression: `attribute_exists(pk) AND (attribute_not_exists(delivery) OR delivery.generation < :generation${
          earlier.length > 0
            ? ` OR (delivery.generation = :generation AND delivery.#state IN (${names.join(', ')}))`
            : ''
        })`,
        ...(earlier.length > 0 && { ExpressionAttributeNames: { '#state': 'state' } }),
        ExpressionAttributeValues: {
          ':delivery': delivery,
          ':generation': delivery.generation,
          ...Object.fromEntries(earlier.map((state, i) => [`:s${i}`, state])),
        },
      });
    },
  };
}

/** Whether the update happened: a condition that does not hold means there is nothing to do. */
export async function updateIf(client: DynamoDBDocumentClient, update: UpdateCommandInput): Promise<boolean> {
  try {
    await client.send(new UpdateCommand(update));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

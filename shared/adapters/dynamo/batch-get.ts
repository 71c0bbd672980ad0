import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { wholeBatch } from './batches.ts';
import type { Item } from './items.ts';
import type { Key } from './keys.ts';

/** DynamoDB takes so many keys at once. */
const mostKeys = 100;

/** The items under some keys, as far as they are there, in any order: in one round trip, however many there are. */
export async function batchOf(
  client: DynamoDBDocumentClient,
  table: string,
  keys: readonly Key[],
  { isConsistent }: { isConsistent: boolean },
): Promise<Item[]> {
  const parts = Array.from({ length: Math.ceil(keys.length / mostKeys) }, (_, i) =>
    keys.slice(i * mostKeys, (i + 1) * mostKeys),
  );
  const oneBatch = async (part: readonly Key[]) => {
    const items: Item[] = [];
    await wholeBatch<Item>(part, async left => {
      const asked = { [table]: { Keys: [...left], ConsistentRead: isConsistent } };
      const { Responses, UnprocessedKeys } = await client.send(new BatchGetCommand({ RequestItems: asked }));
      items.push(...(Responses?.[table] ?? []));
      return UnprocessedKeys?.[table]?.Keys;
    });
    return items;
  };
  return (await Promise.all(parts.map(oneBatch))).flat();
}

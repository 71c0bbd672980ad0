import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { wholeBatch } from './batches.ts';
import type { Item } from './items.ts';
import type { Key } from './keys.ts';

/** DynamoDB's limit. */
const largestBatch = 25;

/** Something to put, or to delete. */
export type Write = { put: Item } | { delete: Key };

/** Whatever was there before, one batch after the other; no two about one key. */
export async function writeAll(
  client: DynamoDBDocumentClient,
  table: string,
  writes: readonly Write[],
): Promise<void> {
  const requests = writes.map(write =>
    'put' in write ? { PutRequest: { Item: write.put } } : { DeleteRequest: { Key: write.delete } },
  );
  for (let first = 0; first < requests.length; first += largestBatch) {
    await wholeBatch(requests.slice(first, first + largestBatch), async left => {
      const asked = new BatchWriteCommand({ RequestItems: { [table]: [...left] } });
      const { UnprocessedItems } = await client.send(asked);
      return UnprocessedItems?.[table] as typeof requests | undefined; // of those that were asked for
    });
  }
}

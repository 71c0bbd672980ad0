import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { DirectoryWriter } from '../../ports/directory.ts';
import { wholeBatch } from './batches.ts';
import { uniqueKeys } from './items.ts';

/** DynamoDB's limit. */
const largestBatch = 25;

export function erasing(client: DynamoDBDocumentClient, table: string): DirectoryWriter['erase'] {
  return async refs => {
    const deletions = uniqueKeys(refs).map(Key => ({ DeleteRequest: { Key } }));
    for (let first = 0; first < deletions.length; first += largestBatch) {
      await wholeBatch(deletions.slice(first, first + largestBatch), async left => {
        const asked = new BatchWriteCommand({ RequestItems: { [table]: [...left] } });
        const { UnprocessedItems } = await client.send(asked);
        return UnprocessedItems?.[table] as typeof deletions | undefined; // of those that were asked for
      });
    }
  };
}

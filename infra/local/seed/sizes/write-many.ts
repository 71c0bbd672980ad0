import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { writeAll } from '../../../../shared/adapters/dynamo/batch-write.ts';
import type { Item } from '../../../../shared/adapters/dynamo/items.ts';

/** So many batches are under way at a time: more make DynamoDB Local no quicker. */
const atOnce = 8;
const batch = 25;

/** Puts very many items, several batches at a time; no two of them under one key. */
export async function writeMany(
  client: DynamoDBDocumentClient,
  table: string,
  items: readonly Item[],
): Promise<void> {
  let first = 0;
  const lane = async () => {
    while (first < items.length) {
      const some = items.slice(first, first + batch);
      first += batch;
      await writeAll(
        client,
        table,
        some.map(put => ({ put })),
      );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

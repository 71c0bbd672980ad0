import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { DirectoryWriter } from '../../ports/directory.ts';
import { writeAll } from './batch-write.ts';
import { uniqueKeys } from './items.ts';

export function erasing(client: DynamoDBDocumentClient, table: string): DirectoryWriter['erase'] {
  return refs =>
    writeAll(
      client,
      table,
      uniqueKeys(refs).map(key => ({ delete: key })),
    );
}

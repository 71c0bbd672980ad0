/** Reads by name: entities in one consistent round trip. */
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Entity } from '../../domain/model.ts';
import type { Ref } from '../../domain/refs.ts';
import type { DirectoryReader, Found } from '../../ports/directory.ts';
import { batchOf } from './batch-get.ts';
import { countingUsers } from './count-users.ts';
import { findingUsers } from './find-users.ts';
import { entityOf, type Item, nameOf, uniqueKeys } from './items.ts';
import { type Key, keyOf } from './keys.ts';
import { listing } from './lists.ts';
import { pagesOf } from './pages.ts';
import { sweeping } from './sweeps.ts';

export function reading(client: DynamoDBDocumentClient, table: string): DirectoryReader {
  return {
    get: async <const R extends readonly Ref[]>(...refs: R) => {
      const found = await itemsUnder(client, table, refs);
      const entities = refs.map(ref => found.get(nameOf(keyOf(ref))));
      return entities as Found<R>; // each item was stored under the key of its type
    },
    list: pagesOf(client, table),
    listUsers: findingUsers(client, table),
    ...countingUsers(client, table),
    ...listing(client, table),
    ...sweeping(client, table),
  };
}

async function itemsUnder(
  client: DynamoDBDocumentClient,
  table: string,
  refs: readonly Ref[],
): Promise<Map<string, Entity>> {
  const unique = uniqueKeys(refs);
  const [only] = unique;
  const items =
    only && unique.length === 1
      ? await one(client, table, only)
      : await batchOf(client, table, unique, { isConsistent: true });
  return new Map(items.map(item => [nameOf(item), entityOf(item)]));
}

async function one(client: DynamoDBDocumentClient, table: string, key: Key): Promise<Item[]> {
  const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
  return Item ? [Item] : [];
}

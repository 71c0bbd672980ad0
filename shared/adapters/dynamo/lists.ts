/** Lists of what belongs together, and of those who wait for somebody. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ApiClient, Session, User } from '../../domain/model.ts';
import { type Ref, ref, refOf } from '../../domain/refs.ts';
import type { DirectoryReader } from '../../ports/directory.ts';
import { partnersIndex } from './indexes.ts';
import { entityOf, type Item } from './items.ts';
import { apiClientPrefix, keyOf, sessionPrefix } from './keys.ts';
import { pageOfLane } from './lanes.ts';
import { itemsFound } from './queries.ts';

type Lists = 'listAwaiting' | 'listSessions' | 'listPersonal' | 'listApiClients';

export function listing(client: DynamoDBDocumentClient, table: string): Pick<DirectoryReader, Lists> {
  const beside = (of: Ref, prefix = '') => itemsBeside(client, table, of, prefix);
  return {
    listAwaiting: async (approver, { limit, after }) => {
      const lane = { index: partnersIndex.name, partitions: [partnersIndex.awaiting(approver)] };
      const { placed, next } = await pageOfLane(client, table, lane, { limit, after, descending: false });
      return { users: placed.map(({ item }) => User.parse(item)), ...(next && { next }) };
    },
    listSessions: async person =>
      (await beside(ref.person(person), sessionPrefix)).map(item => Session.parse(item)),
    listApiClients: async organization =>
      (await beside(ref.organization(organization), apiClientPrefix)).map(item => ApiClient.parse(item)),
    listPersonal: async person =>
      (await beside(ref.person(person)))
        .map(entityOf)
        .filter(({ type }) => type !== 'person')
        .map(refOf),
  };
}

/** Everything in the partition of an entity whose sort key begins so; consistent. */
async function itemsBeside(
  client: DynamoDBDocumentClient,
  table: string,
  of: Ref,
  prefix: string,
): Promise<Item[]> {
  const query = {
    TableName: table,
    KeyConditionExpression: `pk = :pk${prefix && ' AND begins_with(sk, :prefix)'}`,
    ExpressionAttributeValues: { ':pk': keyOf(of).pk, ...(prefix && { ':prefix': prefix }) },
    ConsistentRead: true,
  };
  const found: Item[] = [];
  for await (const item of itemsFound(client, query)) found.push(item);
  return found;
}

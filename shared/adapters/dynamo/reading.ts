/** Reads: entities by name in one consistent round trip, and the two lists that indexes keep. */
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { OrganizationId, PersonId } from '../../contract/ids.ts';
import type { Entity } from '../../domain/model.ts';
import { User } from '../../domain/model.ts';
import type { Ref } from '../../domain/refs.ts';
import type { DirectoryReader, Found, UserQuery, UserSlice } from '../../ports.ts';
import { entityOf, type Item } from './items.ts';
import { expiryIndex, keyOf, usersIndex } from './keys.ts';

export function reading(client: DynamoDBDocumentClient, table: string): DirectoryReader {
  return {
    get: async <const R extends readonly Ref[]>(...refs: R) => {
      const found = await itemsUnder(client, table, refs);
      const entities = refs.map(ref => found.get(nameOf(keyOf(ref))));
      return entities as Found<R>; // each item was stored under the key of its type
    },
    listUsers: (organization, query) => listUsers(client, table, organization, query),
    listExpiring: (until, limit) => listExpiring(client, table, until, limit),
  };
}

const nameOf = ({ pk, sk }: { pk?: unknown; sk?: unknown }) => `${pk}|${sk}`;

async function itemsUnder(
  client: DynamoDBDocumentClient,
  table: string,
  refs: readonly Ref[],
): Promise<Map<string, Entity>> {
  const unique = [...new Map(refs.map(ref => [nameOf(keyOf(ref)), keyOf(ref)])).values()];
  const [only] = unique;
  const items =
    only && unique.length === 1 ? await one(client, table, only) : await batch(client, table, unique);
  return new Map(items.map(item => [nameOf(item), entityOf(item)]));
}

async function one(client: DynamoDBDocumentClient, table: string, key: Item): Promise<Item[]> {
  const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
  return Item ? [Item] : [];
}

/** A batch may come back in part; what is missing is asked for again. */
async function batch(client: DynamoDBDocumentClient, table: string, keys: Item[]): Promise<Item[]> {
  const items: Item[] = [];
  let asked: Item[] | undefined = keys;
  for (let round = 0; asked?.length; round++) {
    if (round === 10)
      throw Object.assign(new Error('DynamoDB kept back part of a batch'), { name: 'ThrottlingException' });
    const answer: Awaited<ReturnType<typeof askBatch>> = await askBatch(client, table, asked);
    items.push(...(answer.Responses?.[table] ?? []));
    asked = answer.UnprocessedKeys?.[table]?.Keys;
  }
  return items;
}

function askBatch(client: DynamoDBDocumentClient, table: string, Keys: Item[]) {
  return client.send(new BatchGetCommand({ RequestItems: { [table]: { Keys, ConsistentRead: true } } }));
}

/** A page over the partitions of the wanted statuses, merged by name. */
async function listUsers(
  client: DynamoDBDocumentClient,
  table: string,
  organization: OrganizationId,
  query: UserQuery,
): Promise<UserSlice> {
  const perStatus = await Promise.all(
    query.statuses.map(status => usersIn(client, table, usersIndex.partition(organization, status), query)),
  );
  const direction = query.descending ? -1 : 1;
  const merged = perStatus.flat().sort((a, b) => (a.position < b.position ? -direction : direction));
  const page = merged.slice(0, query.limit);
  const last = page.at(-1);
  return {
    users: page.map(({ user }) => user),
    ...(merged.length > page.length && last && { next: last.position }),
  };
}

type Placed = { user: User; position: string };

/** One more than a page, so that its end is known; asked on until it is there, since pages may come short. */
async function usersIn(
  client: DynamoDBDocumentClient,
  table: string,
  partition: string,
  query: UserQuery,
): Promise<Placed[]> {
  const wanted = query.limit + 1;
  const found: Placed[] = [];
  let from: Item | undefined;
  do {
    const page: { Items?: Item[]; LastEvaluatedKey?: Item } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: usersIndex.name,
        KeyConditionExpression: `usersPk = :pk${query.after ? ` AND usersSk ${query.descending ? '<' : '>'} :after` : ''}`,
        ExpressionAttributeValues: { ':pk': partition, ...(query.after && { ':after': query.after }) },
        ScanIndexForward: !query.descending,
        Limit: wanted - found.length,
        ExclusiveStartKey: from,
      }),
    );
    found.push(
      ...(page.Items ?? []).map(item => ({ user: User.parse(item), position: String(item.usersSk) })),
    );
    from = page.LastEvaluatedKey;
  } while (from && found.length < wanted);
  return found;
}

async function listExpiring(client: DynamoDBDocumentClient, table: string, until: string, limit: number) {
  const pages = await Promise.all(
    expiryIndex.partitions.map(partition =>
      client.send(
        new QueryCommand({
          TableName: table,
          IndexName: expiryIndex.name,
          KeyConditionExpression: 'expiryPk = :pk AND expirySk < :until',
          // '~' sorts after every delimiter, so that the moment itself is included.
          ExpressionAttributeValues: { ':pk': partition, ':until': `${until}~` },
          Limit: limit,
        }),
      ),
    ),
  );
  const rows = pages.flatMap(page => page.Items ?? []).slice(0, limit);
  return rows.map(row => {
    const [, organization, id] = String(row.expirySk).split('#');
    return { organization: OrganizationId.parse(organization), id: PersonId.parse(id) };
  });
}

/** Lists of what belongs together: the users of an organization by name, and whatever shares a partition. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ApiClient, Session, User } from '../../domain/model.ts';
import { type Ref, ref, refOf } from '../../domain/refs.ts';
import type { DirectoryReader, UserQuery, UserSlice } from '../../ports/directory.ts';
import { listsIndex, partnersIndex } from './indexes.ts';
import { entityOf, type Item } from './items.ts';
import { apiClientPrefix, keyOf, sessionPrefix } from './keys.ts';
import { itemsFound } from './queries.ts';

type Lists = 'listUsers' | 'listAwaiting' | 'listSessions' | 'listPersonal' | 'listApiClients';

export function listing(client: DynamoDBDocumentClient, table: string): Pick<DirectoryReader, Lists> {
  const placed = (index: NameIndex, partition: string, query: PageQuery) =>
    usersIn(client, table, index, partition, query);
  const beside = (of: Ref, prefix = '') => itemsBeside(client, table, of, prefix);
  return {
    listUsers: async (organization, query) => {
      const perStatus = query.statuses.map(status =>
        placed(listsIndex, listsIndex.users(organization, status), query),
      );
      return pageOf((await Promise.all(perStatus)).flat(), query);
    },
    listAwaiting: async (approver, query) => {
      const ascending = { ...query, descending: false };
      return pageOf(await placed(partnersIndex, partnersIndex.awaiting(approver), ascending), ascending);
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

type NameIndex = typeof listsIndex | typeof partnersIndex;
type PageQuery = Omit<UserQuery, 'statuses'>;
type Placed = { user: User; position: string };

/** A page of what was found in one or several partitions, merged by name. */
function pageOf(found: Placed[], { limit, descending }: PageQuery): UserSlice {
  const direction = descending ? -1 : 1;
  const merged = found.sort((a, b) => (a.position < b.position ? -direction : direction));
  const page = merged.slice(0, limit);
  const last = page.at(-1);
  return {
    users: page.map(({ user }) => user),
    ...(merged.length > page.length && last && { next: last.position }),
  };
}

/** One more than a page, so that its end is known. */
async function usersIn(
  client: DynamoDBDocumentClient,
  table: string,
  { name }: NameIndex,
  partition: string,
  { limit, descending, after }: PageQuery,
): Promise<Placed[]> {
  const [pk, sk] = [`${name}Pk`, `${name}Sk`];
  const query = {
    TableName: table,
    IndexName: name,
    KeyConditionExpression: `${pk} = :pk${after ? ` AND ${sk} ${descending ? '<' : '>'} :after` : ''}`,
    ExpressionAttributeValues: { ':pk': partition, ...(after && { ':after': after }) },
    ScanIndexForward: !descending,
    Limit: limit + 1,
  };
  const found: Placed[] = [];
  for await (const item of itemsFound(client, query)) {
    found.push({ user: User.parse(item), position: String(item[sk]) });
    if (found.length > limit) break;
  }
  return found;
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

/** Several partitions in one order, read as if they were one: a page at a time, from a position on. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Item } from './items.ts';
import { itemsFound } from './queries.ts';

/** Partitions of the table, or of an index, that are sorted alike. */
export type Lane = {
  index?: string;
  partitions: readonly string[];
  /** Only what stands from here on, and before there. */
  from?: string;
  before?: string;
};

export type LaneQuery = { after?: string; descending: boolean; limit: number };

/** An item, and where it stands in the order. */
export type Placed = { item: Item; position: string };

export type Page = { placed: Placed[] /** Where to go on; absent on the last page. */; next?: string };

/** What stands in several of the partitions, once. */
export async function pageOfLane(
  client: DynamoDBDocumentClient,
  table: string,
  lane: Lane,
  query: LaneQuery,
): Promise<Page> {
  const parts = lane.partitions.map(partition => partOf(client, table, lane, partition, query));
  return pageOf((await Promise.all(parts)).flat(), query);
}

/** A page of what stands in any order, each once. */
export function pageOf(all: readonly Placed[], { after, descending, limit }: LaneQuery): Page {
  const direction = descending ? -1 : 1;
  const ahead = all
    .filter(({ position }) => after === undefined || (descending ? position < after : position > after))
    .sort((one, other) => (one.position < other.position ? -direction : direction))
    .filter(({ position }, i, sorted) => position !== sorted[i - 1]?.position);
  const placed = ahead.slice(0, limit);
  return { placed, ...(ahead.length > limit && { next: placed.at(-1)?.position }) };
}

/** One more than a page, so that its end is known. */
async function partOf(
  client: DynamoDBDocumentClient,
  table: string,
  { index, from, before }: Lane,
  partition: string,
  { after, descending, limit }: LaneQuery,
): Promise<Placed[]> {
  const [pk, sk] = index ? [`${index}Pk`, `${index}Sk`] : ['pk', 'sk'];
  const [low, high] = descending ? [from, after ?? before] : [after ?? from, before];
  const query = {
    TableName: table,
    ...(index && { IndexName: index }),
    KeyConditionExpression: `${pk} = :pk AND ${sk} BETWEEN :low AND :high`,
    ExpressionAttributeValues: { ':pk': partition, ':low': low ?? lowest, ':high': high ?? highest },
    ScanIndexForward: !descending,
    Limit: limit + (after ? 2 : 1),
  };
  const found: Placed[] = [];
  for await (const item of itemsFound(client, query)) {
    const position = String(item[sk]);
    if (position === after || position === before) continue;
    found.push({ item, position });
    if (found.length > limit) break;
  }
  return found;
}

const lowest = '\u0000';
/** Higher than every character that a position has. */
const highest = '\u{10ffff}';

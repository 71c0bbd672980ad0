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

export type Page = {
  placed: Placed[];
  /** How many items were read for it. */
  read: number;
  /** Where to go on; absent on the last page. */
  next?: string;
};

/** So many items at once, however many partitions there are. */
const mostAtOnce = 2000;

/** What stands in several of the partitions, once. Of very many partitions, a page is short. */
export async function pageOfLane(
  client: DynamoDBDocumentClient,
  table: string,
  lane: Lane,
  query: LaneQuery,
): Promise<Page> {
  const limit = Math.min(query.limit, Math.ceil(mostAtOnce / lane.partitions.length));
  const parts = await partsOf(client, table, lane, { ...query, limit });
  const all = parts.flat();
  // Where one is read no further, what stands behind in the others must wait for what it still has.
  const ends = parts.flatMap(part => (part.length > limit ? [part.at(-1)?.position ?? ''] : []));
  const known = all.filter(({ position }) =>
    ends.every(end => (query.descending ? position >= end : position <= end)),
  );
  const page = pageOf(known, query);
  return { ...page, read: all.length, next: page.next ?? (ends[0] && page.placed.at(-1)?.position) };
}

/** All that stands in the partitions; undefined where that is more than so many in any of them. */
export async function allOfLane(
  client: DynamoDBDocumentClient,
  table: string,
  lane: Lane,
  most: number,
): Promise<{ all?: Placed[]; read: number }> {
  const limit = Math.min(most, Math.ceil(mostAtOnce / lane.partitions.length));
  const parts = await partsOf(client, table, lane, { descending: false, limit });
  const all = parts.flat();
  return { read: all.length, ...(parts.every(part => part.length <= limit) && { all }) };
}

/** A page of what stands in any order, each once. */
export function pageOf(all: readonly Placed[], { after, descending, limit }: LaneQuery): Page {
  const direction = descending ? -1 : 1;
  const ahead = all
    .filter(({ position }) => after === undefined || (descending ? position < after : position > after))
    .sort((one, other) => (one.position < other.position ? -direction : direction))
    .filter(({ position }, i, sorted) => position !== sorted[i - 1]?.position);
  const placed = ahead.slice(0, limit);
  return {
    placed,
    read: placed.length,
    ...(ahead.length > limit && { next: placed.at(-1)?.position }),
  };
}

function partsOf(
  client: DynamoDBDocumentClient,
  table: string,
  lane: Lane,
  query: LaneQuery,
): Promise<Placed[][]> {
  return Promise.all(lane.partitions.map(partition => partOf(client, table, lane, partition, query)));
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

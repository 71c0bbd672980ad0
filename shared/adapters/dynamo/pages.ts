/** Lists that are read a page at a time, each from one partition. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { folded } from '../../contract/folded.ts';
import type { EntityOf, EntityType } from '../../domain/model.ts';
import { ref } from '../../domain/refs.ts';
import type { List, Page, PageQuery } from '../../ports/directory.ts';
import {
  contentPrefix,
  dayPrefix,
  exportPrefix,
  importPrefix,
  jobPrefix,
  memberPrefix,
  numbersOf,
  slicePrefix,
} from './access-keys.ts';
import { listsIndex, partnersIndex } from './indexes.ts';
import { entityOf } from './items.ts';
import { keyOf } from './keys.ts';
import { itemsFound } from './queries.ts';

/** A partition of the table or of an index, and how the sort keys of the list begin. */
type Place = { index?: string; partition: string; prefix: string };

export function pagesOf(client: DynamoDBDocumentClient, table: string) {
  return async <L extends List>(list: L, query: PageQuery): Promise<Page<L['of']>> => {
    const place = placeOf(list);
    const sk = place.index ? `${place.index}Sk` : 'sk';
    const page: Page<EntityType> = { items: [], positions: [] };
    for await (const item of itemsFound(client, queryOf(table, place, query))) {
      if (item[sk] === query.after) continue;
      if (page.items.length === query.limit) return { ...page, next: page.positions.at(-1) } as Page<L['of']>;
      page.items.push(entityOf(item) as EntityOf<EntityType>);
      page.positions.push(String(item[sk]));
    }
    return page as Page<L['of']>; // what a list holds is what it is a list of
  };
}

function placeOf(list: List): Place {
  switch (list.of) {
    case 'group':
      return named(listsIndex.groups(list.organization), list.beginning);
    case 'project':
      return named(listsIndex.projects(list.organization), list.beginning);
    case 'organization': {
      const { partner, beginning } = list;
      return partner
        ? named(partnersIndex.lookedAfter(partner), beginning, partnersIndex.name)
        : named(listsIndex.organizations(), beginning);
    }
    case 'job':
      return { partition: keyOf(ref.organization(list.organization)).pk, prefix: jobPrefix };
    case 'export':
      return { partition: keyOf(ref.organization(list.organization)).pk, prefix: exportPrefix };
    case 'import':
      return { partition: keyOf(ref.organization(list.organization)).pk, prefix: importPrefix };
    case 'day':
      return { partition: numbersOf(list.organization), prefix: dayPrefix };
    case 'assignment':
      return { partition: `ORG#${list.organization}#${list.to}`, prefix: memberPrefix };
    case 'content-grant':
      return { partition: `ORG#${list.organization}#${list.group}`, prefix: contentPrefix };
    case 'job-slice':
      return { partition: `ORG#${list.organization}#${list.job}`, prefix: slicePrefix };
  }
}

const named = (partition: string, beginning = '', index: string = listsIndex.name): Place => ({
  index,
  partition,
  prefix: folded(beginning),
});

/** Higher than every character that a position has. */
const highest = '\u{10ffff}';

/** A page begins with the last one of the page before, and one more than a page is asked for, so that its end is known. */
function queryOf(
  table: string,
  { index, partition, prefix }: Place,
  { limit, descending, after }: PageQuery,
) {
  const [pk, sk] = index ? [`${index}Pk`, `${index}Sk`] : ['pk', 'sk'];
  return {
    TableName: table,
    ...(index ? { IndexName: index } : { ConsistentRead: true }),
    KeyConditionExpression: `${pk} = :pk AND ${sk} BETWEEN :from AND :to`,
    ExpressionAttributeValues: {
      ':pk': partition,
      ':from': (!descending && after) || prefix || '\u0000',
      ':to': (descending && after) || `${prefix}${highest}`,
    },
    ScanIndexForward: !descending,
    Limit: limit + (after ? 2 : 1),
  };
}

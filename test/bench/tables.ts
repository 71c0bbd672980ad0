/** The tables of a local cloud as they are: their design, and everything in them. */
import {
  DescribeTableCommand,
  DynamoDBClient,
  type KeySchemaElement,
  paginateScan,
} from '@aws-sdk/client-dynamodb';
import type { CloudAddress } from '../harness/here.ts';
import type { Item } from './item-size.ts';

export type Index = {
  readonly keys: readonly string[] /** Only keys, or the whole item. */;
  readonly whole: boolean;
};
export type Design = { readonly keys: readonly string[]; readonly indexes: readonly Index[] };

/** Items by table and key. */
export type Snapshot = ReadonlyMap<string, Item>;

/** The states between which some calls fall. */
export type Meanwhile = { readonly before: Snapshot; readonly after: Snapshot };

export type Tables = { readonly designs: ReadonlyMap<string, Design>; snapshot(): Promise<Snapshot> };

export function nameOfItem(table: string, { keys }: Design, item: Item): string {
  return JSON.stringify([table, ...keys.map(key => item[key])]);
}

export function designOf(table: string, designs: Tables['designs']): Design {
  const design = designs.get(table);
  if (!design) throw new Error(`${table} is none of the product's tables`);
  return design;
}

export async function openTables({ environment }: CloudAddress): Promise<Tables> {
  const client = new DynamoDBClient({
    endpoint: environment.AWS_ENDPOINT_URL,
    region: environment.AWS_REGION,
    credentials: {
      accessKeyId: environment.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? '',
    },
  });
  const names = [environment.DIRECTORY_TABLE ?? '', environment.EVENTS_TABLE ?? ''];
  const designs = new Map(
    await Promise.all(names.map(async name => [name, await describe(client, name)] as const)),
  );
  return {
    designs,
    snapshot: async () => {
      const items = new Map<string, Item>();
      for (const [table, design] of designs) {
        const pages = paginateScan({ client }, { TableName: table, ConsistentRead: true });
        for await (const { Items = [] } of pages) {
          for (const item of Items) items.set(nameOfItem(table, design, item), item);
        }
      }
      return items;
    },
  };
}

async function describe(client: DynamoDBClient, TableName: string): Promise<Design> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  return {
    keys: keysIn(Table?.KeySchema),
    indexes: (Table?.GlobalSecondaryIndexes ?? []).map(({ IndexName, KeySchema, Projection }) => {
      const projected = Projection?.ProjectionType;
      if (projected !== 'ALL' && projected !== 'KEYS_ONLY')
        throw new Error(`Nobody has said yet what writes to ${IndexName} cost`);
      return { keys: keysIn(KeySchema), whole: projected === 'ALL' };
    }),
  };
}

const keysIn = (schema: readonly KeySchemaElement[] = []): string[] =>
  schema.flatMap(({ AttributeName }) => AttributeName ?? []);

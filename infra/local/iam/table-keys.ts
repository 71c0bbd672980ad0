/** The partition keys of tables and indexes, asked of DynamoDB once. */
import { forward } from '../servers/http.ts';
import type { TableKeys } from './needs.ts';

type KeySchema = readonly { readonly AttributeName: string; readonly KeyType: string }[];
type Described = {
  readonly Table: {
    readonly KeySchema: KeySchema;
    readonly GlobalSecondaryIndexes?: readonly {
      readonly IndexName: string;
      readonly KeySchema: KeySchema;
    }[];
    readonly LocalSecondaryIndexes?: readonly { readonly IndexName: string; readonly KeySchema: KeySchema }[];
  };
};

/** Remembers what it learns; a table that is not there yet is asked for again. */
export function createTableKeys(dynamodb: string): (table: string) => Promise<TableKeys | undefined> {
  const known = new Map<string, TableKeys>();
  return async table => {
    const keys = known.get(table) ?? (await describe(dynamodb, table));
    if (keys) known.set(table, keys);
    return keys;
  };
}

async function describe(dynamodb: string, table: string): Promise<TableKeys | undefined> {
  const answer = await forward(
    {
      method: 'POST',
      url: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.DescribeTable',
        authorization:
          'AWS4-HMAC-SHA256 Credential=LOCAL/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none',
      },
      body: Buffer.from(JSON.stringify({ TableName: table })),
    },
    dynamodb,
  );
  if (answer.status !== 200) return undefined;
  const { Table } = JSON.parse(answer.body.toString()) as Described;
  const indexes = [...(Table.GlobalSecondaryIndexes ?? []), ...(Table.LocalSecondaryIndexes ?? [])];
  return {
    table: partitionOf(Table.KeySchema),
    indexes: Object.fromEntries(indexes.map(index => [index.IndexName, partitionOf(index.KeySchema)])),
  };
}

function partitionOf(schema: KeySchema): string {
  return schema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';
}

/**
 * The writes of a job without the job: the very transactions, encoded already, into tables of the same design, as quickly
 * as they are taken one after the other.
 */
import { CreateTableCommand, DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import { writeMany } from '../../infra/local/seed/sizes/write-many.ts';
import type { Item } from '../../shared/adapters/dynamo/items.ts';
import { keyOf } from '../../shared/adapters/dynamo/keys.ts';
import type { OrganizationId } from '../../shared/contract/ids.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { WatchedTable } from '../harness/bare-directory.ts';
import { forked } from './lambda.ts';

export type BareRun = { milliseconds: number; processor: number; transactions: number };

/** The name of the table beside another. */
export const bareTable = (table: string) => `bare-${table}`;

export function startBare(endpoint: string, recording: string) {
  const { ask, stop } = forked('bare-process.ts', [endpoint, recording], {});
  return { run: async () => (await ask({})) as BareRun, stop }; // as its process says it
}

/** An empty table beside another, of the same design. */
export async function makeBare(client: DynamoDBClient, table: string): Promise<void> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
  await client.send(
    new CreateTableCommand({
      TableName: bareTable(table),
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: Table?.AttributeDefinitions,
      KeySchema: Table?.KeySchema,
      GlobalSecondaryIndexes: Table?.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => ({
        IndexName,
        KeySchema,
        Projection,
      })),
    }),
  );
}

/** What an organization is and has, so that what is done to it next can be done there, too. */
export async function copyToBare({ client, table }: WatchedTable, id: OrganizationId): Promise<void> {
  const query = {
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': keyOf(ref.organization(id)).pk },
  };
  const items: Item[] = [];
  for await (const { Items = [] } of paginateQuery({ client }, query)) items.push(...Items);
  await writeMany(client, bareTable(table), items);
}

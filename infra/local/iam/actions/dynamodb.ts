/** DynamoDB: which actions an operation needs on which tables, with the keys and attributes that it touches. */
import { arnOf, type Mapped, type MapWorld, type Need, need } from '../needs.ts';
import { contextOf, type DynamoDbInput, selectOf } from './dynamodb-context.ts';
import { type Item, partitionValueIn, textOf } from './dynamodb-expressions.ts';

type Mapper = (input: DynamoDbInput, world: MapWorld, operation: string) => Promise<readonly Need[]>;

const mappers: Readonly<Record<string, Mapper>> = {
  GetItem: oneItem,
  PutItem: oneItem,
  UpdateItem: oneItem,
  DeleteItem: oneItem,
  Query: queryOrScan,
  Scan: queryOrScan,
  BatchGetItem: batch,
  BatchWriteItem: batch,
  TransactGetItems: transaction,
  TransactWriteItems: transaction,
  CreateTable: wholeTable,
  DeleteTable: wholeTable,
  DescribeContinuousBackups: wholeTable,
  DescribeTable: wholeTable,
  DescribeTimeToLive: wholeTable,
  UpdateContinuousBackups: wholeTable,
  UpdateTable: wholeTable,
  UpdateTimeToLive: wholeTable,
  ListTables: async () => [need('dynamodb:ListTables', '*')],
};

export async function mapDynamoDb(operation: string, input: object, world: MapWorld): Promise<Mapped> {
  const mapper = mappers[operation];
  return { operation, needs: mapper && (await mapper(input as DynamoDbInput, world, operation)) };
}

/** One action on one table, or one part of a transaction. */
type Part = { readonly action: string; readonly table: string; readonly input: DynamoDbInput };

async function oneItem(input: DynamoDbInput, world: MapWorld, operation: string): Promise<readonly Need[]> {
  return needsOf([{ action: operation, table: input.TableName ?? '', input }], world);
}

async function wholeTable(
  input: DynamoDbInput,
  world: MapWorld,
  operation: string,
): Promise<readonly Need[]> {
  return [need(`dynamodb:${operation}`, tableArn(world, input.TableName ?? ''))];
}

/** An index is a resource of its own, and its partition key is the leading key. */
async function queryOrScan(
  input: DynamoDbInput,
  world: MapWorld,
  operation: string,
): Promise<readonly Need[]> {
  const { TableName: table = '', IndexName: index } = input;
  const keys = await world.tableKeys(nameOf(table));
  const partition = index === undefined ? keys?.table : keys?.indexes[index];
  const value = operation === 'Query' && partition ? partitionValueIn(input, partition) : undefined;
  const resource = tableArn(world, table) + (index === undefined ? '' : `/index/${index}`);
  return [need(`dynamodb:${operation}`, resource, contextOf([input], value ? [value] : [], selectOf(input)))];
}

async function batch(input: DynamoDbInput, world: MapWorld, operation: string): Promise<readonly Need[]> {
  const parts = Object.entries(input.RequestItems ?? {}).flatMap(([table, request]) =>
    entriesOf(request).map(entry => ({ action: operation, table, input: entry })),
  );
  return needsOf(parts, world);
}

type BatchGet = DynamoDbInput & { readonly Keys: readonly Item[] };
type BatchWrite = { readonly PutRequest?: { Item: Item }; readonly DeleteRequest?: { Key: Item } };

function entriesOf(request: unknown): readonly DynamoDbInput[] {
  if (Array.isArray(request)) {
    return (request as BatchWrite[]).map(({ PutRequest, DeleteRequest }) => ({
      ...PutRequest,
      ...DeleteRequest,
    }));
  }
  const { Keys, ...rest } = request as BatchGet;
  return Keys.map(Key => ({ ...rest, Key }));
}

const actionOfPart: Readonly<Record<string, string>> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

/** `TransactWriteItems` is no IAM action: its parts are. */
async function transaction(
  input: DynamoDbInput,
  world: MapWorld,
  operation: string,
): Promise<readonly Need[]> {
  const parts = (input.TransactItems ?? []).flatMap(item =>
    Object.entries(item).map(([kind, part]) => ({
      action: actionOfPart[kind] ?? kind,
      table: part.TableName ?? '',
      input: part,
    })),
  );
  return needsOf(parts, world, { 'dynamodb:EnclosingOperation': operation });
}

/** Parts with the same action on the same table are authorised together, with all their keys. */
async function needsOf(parts: readonly Part[], world: MapWorld, more: object = {}): Promise<readonly Need[]> {
  const groups = [...Map.groupBy(parts, ({ action, table }) => `${action} ${nameOf(table)}`).values()];
  return Promise.all(
    groups.map(async group => {
      const [{ action, table } = { action: '', table: '' }] = group;
      const partition = (await world.tableKeys(nameOf(table)))?.table;
      const inputs = group.map(({ input }) => input);
      const leading = inputs.flatMap(({ Key, Item }) => textOf((Key ?? Item)?.[partition ?? '']) ?? []);
      const select = action.includes('Get') ? selectOf(inputs[0] ?? {}) : undefined;
      const context = { ...contextOf(inputs, leading, select), ...more };
      return need(`dynamodb:${action}`, tableArn(world, table), context);
    }),
  );
}

function tableArn({ place }: MapWorld, table: string): string {
  return arnOf(place, 'dynamodb', 'table/', table);
}

function nameOf(table: string): string {
  return table.split('/').at(-1) ?? table;
}

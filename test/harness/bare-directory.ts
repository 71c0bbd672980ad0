/** The directory's table alone, in a DynamoDB Local of its own, with an account of every call to it. */
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { directoryIndexes } from '../../infra/constructs/directory-indexes.ts';
import { freePorts } from '../../infra/local/free-ports.ts';
import { startDynamoDb } from '../../infra/local/servers/dynamodb.ts';

/** A call, with what DynamoDB says of it; times in milliseconds. */
export type TableCall = {
  operation: string;
  input: object;
  started: number;
  milliseconds: number;
  consumedCapacity: unknown;
  /** How many items it has read. */
  read: number;
};

/** A client of the table, and what it has read. */
export type WatchedTable = {
  client: DynamoDBDocumentClient;
  table: string;
  /** All reads since this was asked last. */
  takeCalls(): TableCall[];
};

export type BareDirectory = WatchedTable & {
  /** Tells a client that is opened as Lambdas open theirs. */
  environment: Readonly<Record<string, string>>;
  streamArn: string;
  stop(): Promise<void>;
};

const table = 'directory';
const region = 'us-east-1';
const credentials = { accessKeyId: 'TEST', secretAccessKey: 'test' };

export async function startBareDirectory({ streams = false, lasts = false } = {}): Promise<BareDirectory> {
  const { dynamodb: port } = await freePorts();
  const { endpoint, stop } = await startDynamoDb({ port, lasts });
  const client = new DynamoDBClient({ endpoint, region, credentials });
  const { TableDescription } = await client.send(new CreateTableCommand(design(streams)));
  client.destroy();
  return {
    ...watchedTable(endpoint),
    environment: {
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
    streamArn: TableDescription?.LatestStreamArn ?? '',
    stop,
  };
}

function watchedTable(endpoint: string): WatchedTable {
  const bare = new DynamoDBClient({ endpoint, region, credentials });
  const calls: TableCall[] = [];
  keepCalls(bare, calls);
  const client = DynamoDBDocumentClient.from(bare, { marshallOptions: { removeUndefinedValues: true } });
  return { client, table, takeCalls: () => calls.splice(0) };
}

/** The table as the data stack designs it. */
function design(streams: boolean) {
  const hash = (AttributeName: string) => ({ AttributeName, KeyType: 'HASH' }) as const;
  const range = (AttributeName: string) => ({ AttributeName, KeyType: 'RANGE' }) as const;
  const keys = [
    'pk',
    'sk',
    ...directoryIndexes.flatMap(index => [index.partitionKey.name, index.sortKey.name]),
  ];
  return {
    TableName: table,
    BillingMode: 'PAY_PER_REQUEST' as const,
    AttributeDefinitions: keys.map(AttributeName => ({ AttributeName, AttributeType: 'S' as const })),
    KeySchema: [hash('pk'), range('sk')],
    GlobalSecondaryIndexes: directoryIndexes.map(({ indexName, partitionKey, sortKey, projectionType }) => ({
      IndexName: indexName,
      KeySchema: [hash(partitionKey.name), range(sortKey.name)],
      Projection: { ProjectionType: projectionType },
    })),
    ...(streams && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' as const },
    }),
  };
}

const reading = /^(Query|Scan|GetItem|BatchGetItem)Command$/;

function keepCalls(client: DynamoDBClient, calls: TableCall[]): void {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async args => {
        if (!reading.test(commandName)) return next(args);
        const input = { ...args.input, ReturnConsumedCapacity: 'TOTAL' as const };
        const started = performance.now();
        const answer = await next({ ...args, input: input as typeof args.input }); // with one wish more
        const milliseconds = performance.now() - started;
        const { ConsumedCapacity, ...output } = answer.output as Output; // a read's
        const read = output.Count ?? Object.values(output.Responses ?? {}).flat().length;
        const operation = commandName.replace('Command', '');
        calls.push({ operation, input, started, milliseconds, consumedCapacity: ConsumedCapacity, read });
        return answer;
      },
    { step: 'initialize', name: 'keepCalls' },
  );
}

type Output = { ConsumedCapacity?: unknown; Count?: number; Responses?: Record<string, unknown[]> };

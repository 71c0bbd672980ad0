/** DynamoDB tables with their indexes, streams and TTL. */
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { type Created, creator, type Position } from '../template/deploy.ts';
import { arnOf, ignored, physicalName, tags } from './properties.ts';
import type { Services } from './services.ts';

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const backups = ignored('nothing here outlives the process');

const common = {
  TableName: z.optional(z.string()),
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema,
  BillingMode: z.literal('PAY_PER_REQUEST'),
  GlobalSecondaryIndexes: z.optional(
    z.array(
      z.object({
        IndexName: z.string(),
        KeySchema,
        Projection: z.object({
          ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
          NonKeyAttributes: z.optional(z.array(z.string())),
        }),
      }),
    ),
  ),
  StreamSpecification: z.optional(
    z.object({
      StreamViewType: z.enum(['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']),
    }),
  ),
  TimeToLiveSpecification: z.optional(z.object({ AttributeName: z.string(), Enabled: z.boolean() })),
  SSESpecification: ignored('nothing here is written to a disk'),
  WarmThroughput: ignored('this machine is as warm as it gets'),
};

const Table = z.strictObject({
  ...common,
  DeletionProtectionEnabled: backups,
  PointInTimeRecoverySpecification: backups,
  ContributorInsightsSpecification: ignored('no metrics here'),
  Tags: tags,
});

const GlobalTable = z.strictObject({
  ...common,
  Replicas: z.array(z.unknown()).check(z.length(1, 'this machine is one region only')),
});

type TableProperties = Omit<z.infer<typeof Table>, 'Tags'>;

export const table = (services: Services) =>
  creator(Table, (properties, position) => createTable(properties, position, services));

export const globalTable = (services: Services) =>
  creator(GlobalTable, (properties, position) => createTable(properties, position, services));

async function createTable(
  properties: TableProperties,
  position: Position,
  { clients: { dynamodb }, localStreams }: Services,
): Promise<Created> {
  const TableName = properties.TableName ?? physicalName(position);
  const arn = arnOf(position, 'dynamodb', `table/${TableName}`);
  const { TableDescription } = await dynamodb.send(new CreateTableCommand(requestOf(properties, TableName)));
  const { TimeToLiveSpecification } = properties;
  if (TimeToLiveSpecification?.Enabled) {
    await dynamodb.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  }
  const attributes = { Arn: arn, TableId: TableDescription?.TableId };
  const { LatestStreamArn, LatestStreamLabel } = TableDescription ?? {};
  if (LatestStreamArn === undefined) return { ref: TableName, attributes };
  const StreamArn = `${arn}/stream/${LatestStreamLabel}`;
  localStreams.set(StreamArn, LatestStreamArn);
  return { ref: TableName, attributes: { ...attributes, StreamArn } };
}

const requestOf = (properties: TableProperties, TableName: string): CreateTableCommandInput => ({
  TableName,
  AttributeDefinitions: properties.AttributeDefinitions,
  KeySchema: properties.KeySchema,
  BillingMode: properties.BillingMode,
  GlobalSecondaryIndexes: properties.GlobalSecondaryIndexes,
  ...(properties.StreamSpecification && {
    StreamSpecification: { StreamEnabled: true, ...properties.StreamSpecification },
  }),
});

/** Tables and a bucket for one job of the product, all of them elsewhere than whoever works on it; and who may ask for it. */
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import { stamp } from '../../functions/runtime/transact.ts';
import { freePorts } from '../../infra/local/free-ports.ts';
import { writeMany } from '../../infra/local/seed/sizes/write-many.ts';
import { serve } from '../../infra/local/servers/http.ts';
import { startQueues } from '../../infra/local/servers/queues.ts';
import { committing } from '../../shared/adapters/dynamo/commit.ts';
import { itemOf } from '../../shared/adapters/dynamo/items.ts';
import { eventKey } from '../../shared/adapters/dynamo/keys.ts';
import { reading } from '../../shared/adapters/dynamo/reading.ts';
import { upload } from '../../shared/adapters/exports/upload.ts';
import { systemClock, systemIds } from '../../shared/adapters/system.ts';
import type { Action, DomainEvent } from '../../shared/contract/events.ts';
import type { OrganizationId } from '../../shared/contract/ids.ts';
import type { ProblemKind } from '../../shared/contract/problems.ts';
import type { OrganizationActor } from '../../shared/domain/actor.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import { Counters } from '../../shared/domain/model.ts';
import { countersMoved } from '../../shared/domain/user.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import type { Always } from '../../shared/ports.ts';
import { startBareDirectory, type WatchedTable } from '../harness/bare-directory.ts';
import { anOrganization, aPerson, aUser } from '../harness/entities.ts';
import { makeBare } from './bare.ts';

export type Machine = {
  table: WatchedTable;
  directory: DirectoryReader;
  /** Tells a Lambda where everything is. */
  environment: Readonly<Record<string, string>>;
  /** Of the tables. */
  endpoint: string;
  /** In parts, as nothing that stands in for S3 takes much at once. Gives how many bytes it has. */
  putFile(key: string, body: AsyncIterable<Uint8Array>): Promise<number>;
  /** An organization with room for everybody, and its owner. */
  found(): Promise<OrganizationActor>;
  /** Commits what was decided as their wish, and gives what is told of it. */
  enact(actor: OrganizationActor, decision: Decision<unknown, ProblemKind>): Promise<DomainEvent[]>;
  /** Of whom such a thing was told, once for each time. */
  told(organization: OrganizationId, action: Action): Promise<string[]>;
  stop(): Promise<void>;
};

const [events, bucket] = ['events', 'imports'];

export async function startMachine(): Promise<Machine> {
  const table = await startBareDirectory({ lasts: true });
  const { queues: port } = await freePorts();
  const queues = await startQueues({ port });
  const gate = await serve(queues.s3, 0, 'S3');
  const environment: Machine['environment'] = {
    ...table.environment,
    ...{ AWS_ENDPOINT_URL_S3: gate.endpoint, DIRECTORY_TABLE: table.table, EVENTS_TABLE: events },
    // How fast others let us go is not what is measured.
    ...{ IMPORTS_BUCKET: bucket, MAILS_PER_SECOND: '1000000', CREDENTIALS_PER_SECOND: '1000000' },
  };
  const endpoint = environment.AWS_ENDPOINT_URL_DYNAMODB ?? '';
  await makeTables(endpoint, table);
  const s3 = new S3Client({ ...place, endpoint: gate.endpoint });
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  const directory = reading(table.client, table.table);
  return {
    ...{ table, directory, environment, endpoint },
    putFile: (key, body) => putFile(s3, key, body),
    found: () => found(table),
    enact: enacting(table),
    told: (organization, action) => toldOf(table, organization, action),
    stop: async () => {
      await Promise.all([gate.stop(), queues.stop(), table.stop()]);
    },
  };
}

const place = { region: 'us-east-1', credentials: { accessKeyId: 'TEST', secretAccessKey: 'test' } };

async function putFile(s3: S3Client, Key: string, body: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  async function* counted() {
    for await (const chunk of body) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  await upload(s3, { Bucket: bucket, Key, ContentType: 'application/octet-stream' }, counted());
  return bytes;
}

async function makeTables(endpoint: string, { table }: WatchedTable): Promise<void> {
  const client = new DynamoDBClient({ ...place, endpoint });
  await client.send(
    new CreateTableCommand({
      TableName: events,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk'].map(AttributeName => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
  for (const each of [table, events]) await makeBare(client, each);
  client.destroy();
}

async function found({ client, table }: WatchedTable): Promise<OrganizationActor> {
  const organization = anOrganization({ plan: 'enterprise', seats: 1_000_000 });
  const { id } = organization;
  const self = aUser({ organization: id, role: 'owner' });
  const memberships = { [id]: 'active' } as const;
  const person = aPerson({ id: self.id, email: self.email, home: id, memberships });
  const counters = Counters.parse({
    type: 'counters',
    organization: id,
    ...countersMoved(undefined, self),
  });
  await writeMany(client, table, [organization, self, person, counters].map(itemOf));
  return { kind: 'member', person: self.id, session: '', role: 'owner', organization, self };
}

/** What reaches nothing outside; the pace of jobs is told to their Lambda. */
export const always: Always = {
  clock: systemClock,
  ids: systemIds,
  settings: {
    consoleUrl: '',
    terms: { version: '1' },
    pace: { mailsPerSecond: 1, credentialsPerSecond: 1 },
  },
};

function enacting({ client, table }: WatchedTable): Machine['enact'] {
  const commit = committing(client, { directory: table, events });
  return async (actor, decision) => {
    if (!decision.ok) throw new Error(JSON.stringify(decision.failure));
    const told = stamp({ actor, origin: { requestId: 'bench' } }, decision.events, always);
    const result = await commit({ changes: decision.changes, events: told });
    if (!result.ok) throw new Error(JSON.stringify(result.conflict));
    return told;
  };
}

async function toldOf(
  { client }: WatchedTable,
  organization: OrganizationId,
  action: Action,
): Promise<string[]> {
  const query = {
    TableName: events,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': eventKey(organization, '').pk },
  };
  const targets: string[] = [];
  for await (const { Items = [] } of paginateQuery({ client }, query))
    targets.push(...Items.filter(item => item.action === action).map(({ target }) => String(target.id)));
  return targets;
}

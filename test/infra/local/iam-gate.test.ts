/** The gate in front of real servers: what a role may do passes, what it may not is refused as AWS refuses it. */
import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  GetUserCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import {
  BatchGetItemCommand,
  CreateTableCommand,
  DynamoDBClient,
  ExecuteStatementCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { CreateQueueCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Gate, type GateCall, startGate } from '../../../infra/local/iam/gate.ts';
import type { PolicyDocument } from '../../../infra/local/iam/policies.ts';
import { administrator } from '../../../infra/local/iam/rule.ts';
import { type Servers, startServers } from '../../../infra/local/servers/start-servers.ts';
import { freePort } from './servers-support.ts';

let servers: Servers;
let gate: Gate;
let queueUrl: string;
let userPoolId: string;
const calls: GateCall[] = [];
const put: unknown[] = [];

beforeAll(async () => {
  const ports = {
    console: await freePort(),
    gate: await freePort(),
    dynamodb: await freePort(),
    cognito: await freePort(),
    queues: await freePort(),
    mailbox: await freePort(),
  };
  servers = await startServers({ ports, clock: () => new Date() });
  const { dynamodb, cognito, mail, queues } = servers;
  gate = await startGate({
    port: ports.gate,
    upstreams: {
      dynamodb: dynamodb.endpoint,
      cognito: cognito.handler,
      ses: mail.handler,
      sqs: queues.sqs,
      s3: queues.s3,
    },
    putEvents: request => {
      put.push(request);
      return { FailedEntryCount: 0, Entries: [{ EventId: 'evt-1' }] };
    },
    identityOf: mail.identityOf,
    onCall: call => calls.push(call),
    countCapacity: () => true,
  });
  mail.verifyIdentity('example.com');
  mail.verifyIdentity('other.example');
  await prepare();
}, 120_000);
afterAll(async () => {
  await gate?.stop();
  await servers?.stop();
});
beforeEach(() => {
  calls.length = 0;
});

/** What the template would have made, by the key that may do everything. */
async function prepare(): Promise<void> {
  const as = clientsOf(administrator.accessKeyId);
  await as.dynamodb.send(
    new CreateTableCommand({
      TableName: 'directory',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'gsi1pk'].map(AttributeName => ({
        AttributeName,
        AttributeType: 'S',
      })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'byName',
          KeySchema: [{ AttributeName: 'gsi1pk', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );
  await as.dynamodb.send(new PutItemCommand({ TableName: 'directory', Item: key('ORG#1') }));
  const { QueueUrl = '' } = await as.sqs.send(new CreateQueueCommand({ QueueName: 'work' }));
  queueUrl = QueueUrl;
  await as.s3.send(new CreateBucketCommand({ Bucket: 'imports' }));
  userPoolId = (await servers.cognito.createUserPool({})).id;
}

const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'META' } });

function clientsOf(accessKeyId: string) {
  const settings = {
    endpoint: gate.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId, secretAccessKey: 'local' },
  };
  return {
    dynamodb: new DynamoDBClient(settings),
    cognito: new CognitoIdentityProviderClient(settings),
    events: new EventBridgeClient(settings),
    s3: new S3Client(settings),
    ses: new SESClient(settings),
    sqs: new SQSClient(settings),
  };
}

let roles = 0;

/** The clients of a Lambda whose role holds these statements. */
function lambdaWith(...statements: readonly object[]) {
  const name = `lambda${++roles}`;
  const policies: PolicyDocument[] = [{ Version: '2012-10-17', Statement: statements }];
  gate.addPrincipal(`KEY${name}`, {
    roleArn: `arn:aws:iam::000000000000:role/${name}-role`,
    sessionName: name,
    policies,
  });
  return {
    ...clientsOf(`KEY${name}`),
    policies,
    session: `arn:aws:sts::000000000000:assumed-role/${name}-role/${name}`,
  };
}

const allow = (Action: string | string[], Resource: string | string[], Condition?: object) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
});

const directory = 'arn:aws:dynamodb:us-east-1:000000000000:table/directory';
const ownKeys = {
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['ORG#1', 'ORG#1#*'] },
  Null: { 'dynamodb:LeadingKeys': 'false' },
};

const get = (pk: string) => new GetItemCommand({ TableName: 'directory', Key: key(pk) });

test('a role with leading keys reads its own items and no neighbour’s', async () => {
  const { dynamodb, session } = lambdaWith(allow('dynamodb:GetItem', directory, ownKeys));
  await expect(dynamodb.send(get('ORG#1'))).resolves.toHaveProperty('Item.pk.S', 'ORG#1');
  await expect(dynamodb.send(get('ORG#12'))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: ${session} is not authorized to perform: dynamodb:GetItem on resource: ${directory} ` +
      'because no identity-based policy allows the dynamodb:GetItem action',
  });
});

test('a batch that reaches beyond the leading keys is refused whole', async () => {
  const { dynamodb } = lambdaWith(allow('dynamodb:BatchGetItem', directory, ownKeys));
  const batch = (...keys: string[]) =>
    dynamodb.send(new BatchGetItemCommand({ RequestItems: { directory: { Keys: keys.map(key) } } }));
  await expect(batch('ORG#1', 'ORG#1#x')).resolves.toHaveProperty('Responses');
  await expect(batch('ORG#1', 'ORG#2')).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('an index is a resource of its own, with a leading key of its own', async () => {
  const { dynamodb } = lambdaWith(
    allow(['dynamodb:Query', 'dynamodb:Scan'], `${directory}/index/byName`, ownKeys),
  );
  const query = (IndexName: string | undefined, name: string, value: string) =>
    dynamodb.send(
      new QueryCommand({
        TableName: 'directory',
        IndexName,
        KeyConditionExpression: '#key = :value',
        ExpressionAttributeNames: { '#key': name },
        ExpressionAttributeValues: { ':value': { S: value } },
      }),
    );
  const denied = { name: 'AccessDeniedException' };
  await expect(query('byName', 'gsi1pk', 'ORG#1#N')).resolves.toHaveProperty('Items');
  await expect(query('byName', 'gsi1pk', 'ORG#2#N')).rejects.toMatchObject(denied);
  await expect(query(undefined, 'pk', 'ORG#1')).rejects.toMatchObject(denied);
  await expect(
    dynamodb.send(new ScanCommand({ TableName: 'directory', IndexName: 'byName' })),
  ).rejects.toMatchObject(denied);
});

test('a transaction needs what each of its parts needs', async () => {
  const { dynamodb } = lambdaWith(
    allow('dynamodb:PutItem', directory),
    allow('dynamodb:ConditionCheckItem', directory, {
      StringEquals: { 'dynamodb:EnclosingOperation': 'TransactWriteItems' },
    }),
  );
  const write = (...TransactItems: TransactWriteItem[]) =>
    dynamodb.send(new TransactWriteItemsCommand({ TransactItems }));
  const Put = { TableName: 'directory', Item: key('ORG#7') };
  const ConditionCheck = {
    TableName: 'directory',
    Key: key('ORG#1'),
    ConditionExpression: 'attribute_exists(pk)',
  };
  await expect(write({ Put }, { ConditionCheck })).resolves.toBeDefined();
  const Delete = { TableName: 'directory', Key: key('ORG#8') };
  await expect(write({ Put: { ...Put, Item: key('ORG#9') } }, { Delete })).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining('dynamodb:DeleteItem'),
  });
  const admin = clientsOf(administrator.accessKeyId);
  await expect(admin.dynamodb.send(get('ORG#9'))).resolves.not.toHaveProperty('Item');
});

test('a deny wins, and says so', async () => {
  const { dynamodb } = lambdaWith(allow('dynamodb:*', '*'), {
    Effect: 'Deny',
    Action: 'dynamodb:PutItem',
    Resource: '*',
  });
  await expect(dynamodb.send(get('ORG#1'))).resolves.toBeDefined();
  await expect(
    dynamodb.send(new PutItemCommand({ TableName: 'directory', Item: key('ORG#1') })),
  ).rejects.toMatchObject({
    message: expect.stringContaining('with an explicit deny in an identity-based policy'),
  });
});

test('what is attached to a role later counts from then on', async () => {
  const { dynamodb, policies } = lambdaWith(allow('logs:*', '*'));
  await expect(dynamodb.send(get('ORG#1'))).rejects.toMatchObject({ name: 'AccessDeniedException' });
  policies.push({ Version: '2012-10-17', Statement: [allow('dynamodb:GetItem', directory)] });
  await expect(dynamodb.send(get('ORG#1'))).resolves.toBeDefined();
});

test('a malformed policy is no policy', async () => {
  const { dynamodb } = lambdaWith({ Effect: 'Alow', Action: '*', Resource: '*' });
  await expect(dynamodb.send(get('ORG#1'))).rejects.toMatchObject({
    message: expect.stringContaining('malformed. Statement[0].Effect'),
  });
});

test('an operation that the gate does not know is refused, whatever the policy', async () => {
  const { dynamodb } = lambdaWith(allow('*', '*'));
  const statement = new ExecuteStatementCommand({ Statement: 'SELECT * FROM directory' });
  await expect(dynamodb.send(statement)).rejects.toMatchObject({
    name: 'NotMappedByLocalGate',
    message: expect.stringContaining('The local IAM gate does not know dynamodb ExecuteStatement'),
  });
});

test('a key that is nobody’s is refused by each service in its own words', async () => {
  const { dynamodb, s3, ses, sqs } = clientsOf('AKIASTRANGER');
  const invalid = { message: 'The security token included in the request is invalid.' };
  await expect(dynamodb.send(get('ORG#1'))).rejects.toMatchObject({
    name: 'UnrecognizedClientException',
    ...invalid,
  });
  await expect(
    sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: 'x' })),
  ).rejects.toMatchObject(invalid);
  await expect(ses.send(mailFrom('a@example.com'))).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
  await expect(s3.send(new GetObjectCommand({ Bucket: 'imports', Key: 'x' }))).rejects.toMatchObject({
    name: 'InvalidAccessKeyId',
  });
  const unsigned = await fetch(gate.endpoint, { headers: { 'x-amz-target': 'DynamoDB_20120810.GetItem' } });
  expect(unsigned.status).toBe(403);
});

const mailFrom = (Source: string, ConfigurationSetName?: string) =>
  new SendEmailCommand({
    Source,
    ConfigurationSetName,
    Destination: { ToAddresses: ['ada@example.org'] },
    Message: { Subject: { Data: 'Hello' }, Body: { Text: { Data: 'there' } } },
  });

test('mail is sent by the identity and configuration set that the role names', async () => {
  const identity = 'arn:aws:ses:us-east-1:000000000000:identity/example.com';
  const { ses, session } = lambdaWith(allow('ses:SendEmail', identity));
  await expect(ses.send(mailFrom('a@example.com'))).resolves.toHaveProperty('MessageId');
  await expect(ses.send(mailFrom('a@other.example'))).rejects.toMatchObject({
    name: 'AccessDenied',
    message: `User \`${session}' is not authorized to perform \`ses:SendEmail' on resource \`${identity.replace('example.com', 'other.example')}'`,
  });
  await expect(ses.send(mailFrom('a@example.com', 'tenantry'))).rejects.toMatchObject({
    message: expect.stringContaining('configuration-set/tenantry'),
  });
});

test('Cognito: a pool’s administration needs IAM, a bearer’s own operations do not', async () => {
  const pool = `arn:aws:cognito-idp:us-east-1:000000000000:userpool/${userPoolId}`;
  const admin = new AdminGetUserCommand({ UserPoolId: userPoolId, Username: 'usr_1' });
  await expect(lambdaWith(allow('cognito-idp:AdminGetUser', pool)).cognito.send(admin)).rejects.toMatchObject(
    {
      name: 'UserNotFoundException',
    },
  );
  const { cognito } = lambdaWith(allow('cognito-idp:AdminSetUserPassword', pool));
  await expect(cognito.send(admin)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  await expect(cognito.send(new GetUserCommand({ AccessToken: 'x' }))).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Invalid Access Token',
  });
});

test('queues, files and events pass by their own resources', async () => {
  const { sqs, s3, events } = lambdaWith(
    allow('sqs:SendMessage', 'arn:aws:sqs:us-east-1:000000000000:work'),
    allow('s3:PutObject', 'arn:aws:s3:::imports/in/*'),
    allow('events:PutEvents', 'arn:aws:events:us-east-1:000000000000:event-bus/tenantry'),
  );
  expect(queueUrl).toBe(`${gate.endpoint}/000000000000/work`);
  await expect(
    sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: 'x' })),
  ).resolves.toHaveProperty('MessageId');
  const file = (Key: string) => s3.send(new PutObjectCommand({ Bucket: 'imports', Key, Body: 'a,b' }));
  await expect(file('in/rows.csv')).resolves.toHaveProperty('ETag');
  await expect(file('out/rows.csv')).rejects.toMatchObject({ name: 'AccessDenied' });
  const event = { Source: 'tenantry', DetailType: 'user.invited', Detail: '{}' };
  const publish = (EventBusName: string) =>
    events.send(new PutEventsCommand({ Entries: [{ ...event, EventBusName }] }));
  await expect(publish('tenantry')).resolves.toMatchObject({ Entries: [{ EventId: 'evt-1' }] });
  expect(put).toEqual([{ Entries: [{ ...event, EventBusName: 'tenantry' }] }]);
  await expect(publish('default')).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('a form may put what whoever signed it may put', async () => {
  const { s3 } = lambdaWith(allow('s3:PutObject', 'arn:aws:s3:::imports/in/*'));
  const post = async (Key: string) => {
    const { url, fields } = await createPresignedPost(s3, { Bucket: 'imports', Key });
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob(['a,b']));
    const answer = await fetch(url, { method: 'POST', body: form });
    return [answer.status, await answer.text()];
  };
  expect(await post('in/form.csv')).toEqual([204, '']);
  expect(await post('out/form.csv')).toEqual([
    403,
    expect.stringContaining('not authorized to perform: s3:PutObject'),
  ]);
});

test('what is not there is forbidden to whoever may not list, as S3 says it', async () => {
  const reading = allow('s3:GetObject', 'arn:aws:s3:::imports/*');
  const missing = new GetObjectCommand({ Bucket: 'imports', Key: 'in/missing.csv' });
  const reader = lambdaWith(reading);
  await expect(reader.s3.send(missing)).rejects.toMatchObject({ name: 'AccessDenied' });
  const lister = lambdaWith(reading, allow('s3:ListBucket', 'arn:aws:s3:::imports'));
  await expect(lister.s3.send(missing)).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test('every call is told, with what it needed and consumed', async () => {
  const { dynamodb } = lambdaWith(allow('dynamodb:GetItem', directory));
  await dynamodb.send(get('ORG#1'));
  await dynamodb.send(new ScanCommand({ TableName: 'directory' })).catch(() => undefined);
  const facts = {
    accessKeyId: `KEYlambda${roles}`,
    service: 'dynamodb',
    started: expect.any(Number),
    milliseconds: expect.any(Number),
    input: expect.objectContaining({ TableName: 'directory' }),
  };
  expect(calls).toEqual([
    {
      ...facts,
      operation: 'GetItem',
      actions: ['dynamodb:GetItem'],
      allowed: true,
      status: 200,
      consumedCapacity: expect.objectContaining({ TableName: 'directory', CapacityUnits: 0.5 }),
    },
    { ...facts, operation: 'Scan', actions: ['dynamodb:Scan'], allowed: false, status: 400 },
  ]);
});

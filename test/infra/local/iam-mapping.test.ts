import { expect, test } from 'vitest';
import { callerOf } from '../../../infra/local/iam/caller.ts';
import type { Call } from '../../../infra/local/servers/http.ts';
import { expectNeeds, operation, type Row } from './iam-support.ts';

const pool = 'arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_People123';
const queue = 'arn:aws:sqs:us-east-1:000000000000:work';

const cognito = (name: string, input: object) =>
  operation(`AWSCognitoIdentityProviderService.${name}`, input);

test.each<[string, Row]>([
  [
    'an administrator’s operation is an action on its pool',
    {
      call: cognito('AdminDeleteSoftwareToken', { UserPoolId: 'us-east-1_People123', Username: 'usr_1' }),
      needs: [{ action: 'cognito-idp:AdminDeleteSoftwareToken', resource: pool, context: {} }],
    },
  ],
  [
    'a list of pools',
    { call: cognito('ListUserPools', {}), needs: [{ action: 'cognito-idp:ListUserPools', resource: '*' }] },
  ],
  ['a token bearer’s operation needs nothing', { call: cognito('RevokeToken', {}), needs: [] }],
  [
    'any other is not known',
    { call: cognito('AdminLinkProviderForUser', { UserPoolId: 'x' }), needs: undefined },
  ],
])('Cognito: %s', async (_what, { call, needs }) => {
  await expectNeeds('cognito-idp', call, needs);
});

test.each([
  'AdminDeleteUserAttributes',
  'AdminForgetDevice',
  'AdminListDevices',
  'AdminSetUserMFAPreference',
  'AdminUpdateUserAttributes',
  'ListUsers',
])('Cognito: what is done to second factors and seen of credentials is an action, %s', async name => {
  const call = cognito(name, { UserPoolId: 'us-east-1_People123' });
  await expectNeeds('cognito-idp', call, [{ action: `cognito-idp:${name}`, resource: pool }]);
});

test.each([
  'AssociateSoftwareToken',
  'GetUserAttributeVerificationCode',
  'VerifySoftwareToken',
  'VerifyUserAttribute',
])('Cognito: whoever holds an access token sets up second factors without IAM, %s', async name => {
  await expectNeeds('cognito-idp', cognito(name, { AccessToken: 'x' }), []);
});

const form = (fields: Record<string, string>): Partial<Call> => ({
  body: Buffer.from(new URLSearchParams(fields).toString()),
});

const sent = { Action: 'SendEmail', 'Destination.ToAddresses.member.1': 'Ada <ADA@example.org>' };
const sesArn = (resource: string) => `arn:aws:ses:us-east-1:000000000000:${resource}`;

test.each<[string, Row]>([
  [
    'a send is an action on the identity and on the configuration set',
    {
      call: form({ ...sent, Source: 'The Team <No-Reply@example.com>', ConfigurationSetName: 'tenantry' }),
      needs: [
        {
          action: 'ses:SendEmail',
          resource: sesArn('identity/example.com'),
          context: {
            'ses:ApiVersion': '1',
            'ses:FromAddress': 'no-reply@example.com',
            'ses:FromDisplayName': 'The Team',
            'ses:Recipients': ['ada@example.org'],
          },
        },
        { action: 'ses:SendEmail', resource: sesArn('configuration-set/tenantry') },
      ],
    },
  ],
  [
    'an address that is verified itself is the identity',
    {
      call: form({ ...sent, Source: 'boss@example.com' }),
      needs: [{ action: 'ses:SendEmail', resource: sesArn('identity/boss@example.com') }],
    },
  ],
  [
    'the second API sends by the same action',
    {
      call: {
        url: '/v2/email/outbound-emails',
        body: Buffer.from(
          JSON.stringify({ FromEmailAddress: 'a@example.com', Destination: { ToAddresses: ['b@c.d'] } }),
        ),
      },
      needs: [{ action: 'ses:SendEmail', resource: sesArn('identity/example.com') }],
    },
  ],
  ['any other action is not known', { call: form({ Action: 'DeleteIdentity' }), needs: undefined }],
])('SES: %s', async (_what, { call, needs }) => {
  await expectNeeds('ses', call, needs);
});

const sqs = (name: string, input: object) => operation(`AmazonSQS.${name}`, input);
const QueueUrl = 'http://127.0.0.1:4001/000000000000/work';

test.each<[string, Row]>([
  [
    'one message',
    { call: sqs('SendMessage', { QueueUrl }), needs: [{ action: 'sqs:SendMessage', resource: queue }] },
  ],
  [
    'a batch is the action it repeats',
    {
      call: sqs('DeleteMessageBatch', { QueueUrl }),
      needs: [{ action: 'sqs:DeleteMessage', resource: queue }],
    },
  ],
  [
    'a queue by its name',
    {
      call: sqs('GetQueueUrl', { QueueName: 'work' }),
      needs: [{ action: 'sqs:GetQueueUrl', resource: queue }],
    },
  ],
  ['any other is not known', { call: sqs('StartMessageMoveTask', { QueueUrl }), needs: undefined }],
])('SQS: %s', async (_what, { call, needs }) => {
  await expectNeeds('sqs', call, needs);
});

const events = (input: object) => operation('AWSEvents.PutEvents', input);
const busArn = (name: string) => `arn:aws:events:us-east-1:000000000000:event-bus/${name}`;

test.each<[string, Row]>([
  [
    'each kind of event on each bus, once',
    {
      call: events({
        Entries: [
          { EventBusName: 'tenantry', Source: 'tenantry', DetailType: 'user.invited' },
          { EventBusName: busArn('tenantry'), Source: 'tenantry', DetailType: 'user.invited' },
          { Source: 'tenantry', DetailType: 'user.invited' },
        ],
      }),
      needs: [
        {
          action: 'events:PutEvents',
          resource: busArn('tenantry'),
          context: { 'events:source': ['tenantry'], 'events:detail-type': ['user.invited'] },
        },
        { action: 'events:PutEvents', resource: busArn('default') },
      ],
    },
  ],
  ['any other is not known', { call: operation('AWSEvents.PutRule', {}), needs: undefined }],
])('EventBridge: %s', async (_what, { call, needs }) => {
  await expectNeeds('events', call, needs);
});

const object = 'arn:aws:s3:::imports/a/ä b.csv';
const path = '/imports/a/%C3%A4%20b.csv';

test.each<[string, Row]>([
  [
    'read',
    {
      call: { method: 'GET', url: `${path}?x-id=GetObject` },
      needs: [{ action: 's3:GetObject', resource: object }],
    },
  ],
  ['look at', { call: { method: 'HEAD', url: path }, needs: [{ action: 's3:GetObject', resource: object }] }],
  [
    'write',
    {
      call: { method: 'PUT', url: `${path}?x-id=PutObject` },
      needs: [{ action: 's3:PutObject', resource: object }],
    },
  ],
  [
    'copy',
    {
      call: { method: 'PUT', url: path, headers: { 'x-amz-copy-source': 'exports/old.csv' } },
      needs: [
        { action: 's3:PutObject', resource: object },
        { action: 's3:GetObject', resource: 'arn:aws:s3:::exports/old.csv' },
      ],
    },
  ],
  [
    'delete',
    { call: { method: 'DELETE', url: path }, needs: [{ action: 's3:DeleteObject', resource: object }] },
  ],
  [
    'delete several',
    {
      call: { method: 'POST', url: '/imports?delete=', body: Buffer.from('<Key>a&amp;b</Key><Key>c</Key>') },
      needs: [
        { action: 's3:DeleteObject', resource: 'arn:aws:s3:::imports/a&b' },
        { action: 's3:DeleteObject', resource: 'arn:aws:s3:::imports/c' },
      ],
    },
  ],
  [
    'upload a part',
    {
      call: { method: 'PUT', url: `${path}?partNumber=1&uploadId=x` },
      needs: [{ action: 's3:PutObject', resource: object }],
    },
  ],
  [
    'list',
    {
      call: { method: 'GET', url: '/imports?list-type=2&prefix=a%2F&max-keys=5' },
      needs: [
        {
          action: 's3:ListBucket',
          resource: 'arn:aws:s3:::imports',
          context: { 's3:prefix': 'a/', 's3:max-keys': '5' },
        },
      ],
    },
  ],
  [
    'any sub-resource that the local S3 lacks is not known',
    { call: { method: 'PUT', url: `${path}?tagging` }, needs: undefined },
  ],
  [
    'a bucket’s policy is not known',
    { call: { method: 'GET', url: '/imports?policyStatus' }, needs: undefined },
  ],
])('S3: %s', async (_what, { call, needs }) => {
  await expectNeeds('s3', call, needs);
});

test('a caller is who signed, for the service in the scope', () => {
  const call = (headers: object, url = '/', method = 'POST') =>
    callerOf({ method, url, headers: headers as Call['headers'], body: Buffer.alloc(0) });
  const authorization =
    'AWS4-HMAC-SHA256 Credential=AKIACORE/20261121/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=x';
  expect(call({ authorization })).toEqual({ accessKeyId: 'AKIACORE', service: 'dynamodb' });
  expect(
    call({}, '/b/k?X-Amz-Credential=AKIAFILES%2F20261121%2Fus-east-1%2Fs3%2Faws4_request', 'PUT'),
  ).toEqual({
    accessKeyId: 'AKIAFILES',
    service: 's3',
  });
  expect(call({ 'x-amz-target': 'AWSCognitoIdentityProviderService.GetUser' })).toEqual({
    service: 'cognito-idp',
  });
  expect(call({}, '/b/k', 'OPTIONS')).toEqual({ service: 's3' });
  expect(call({})).toEqual({});
});

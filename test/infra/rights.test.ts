/** What the roles of all stacks may do, and what their Lambdas are told. */
import { expect, test } from 'vitest';
import { followers } from '../../shared/contract/followers.ts';
import { asDelivered, type Resource, referred, synthesised } from './synthesised.ts';

const { api, events, deployment, data } = synthesised(asDelivered);
const ofType = (type: string) => ({
  ...api.resources(type),
  ...events.resources(type),
  ...deployment.resources(type),
});
const lambdas = Object.entries(ofType('AWS::Lambda::Function')).filter(
  ([, { Properties }]) => Properties.Description,
);
const names = lambdas.map(([, { Properties }]) => String(Properties.Description));

type Statement = { Effect: string; Action: string | string[]; Resource: unknown };
type Right = { lambda: string; action: string; resource: string };

/** One for each action that a Lambda's role allows, with what it is allowed on as text. */
const rights: Right[] = lambdas.flatMap(([, { Properties }]) => {
  const role = referred(Properties.Role);
  const policies = Object.values(ofType('AWS::IAM::Policy')).filter(
    policy => referred(policy.Properties.Roles) === role,
  );
  return policies.flatMap(statementsIn).flatMap(({ Action, Resource }) =>
    [Action].flat().map(action => ({
      lambda: String(Properties.Description),
      action,
      resource: JSON.stringify(Resource),
    })),
  );
});

function statementsIn({ Properties }: Resource): Statement[] {
  return (Properties.PolicyDocument as { Statement: Statement[] }).Statement; // as IAM writes policies
}

const allowed = (action: RegExp) => rights.filter(right => action.test(right.action));
const whoMay = (action: RegExp) => [...new Set(allowed(action).map(({ lambda }) => lambda))].sort();

test('no role may scan a table, or go around its keys', () => {
  const reading = ['BatchGetItem', 'GetItem', 'Query'];
  const writing = ['BatchWriteItem', 'ConditionCheckItem', 'DeleteItem', 'PutItem', 'UpdateItem'];
  const ofStreams = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];
  const actions = [...reading, ...writing, ...ofStreams].map(action => `dynamodb:${action}`);
  expect(allowed(/^dynamodb:/).filter(({ action }) => !actions.includes(action))).toEqual([]);
});

test('what is in the events table stays as it was written', () => {
  const [, table = ''] = Object.keys(data.resources('AWS::DynamoDB::Table'));
  const onEvents = allowed(/^dynamodb:/).filter(({ resource }) => resource.includes(`${table}Arn`));
  expect([...new Set(onEvents.map(({ action }) => action))]).toEqual(['dynamodb:PutItem']);
});

test('no right is open to everything, but the one that AWS knows no resource for', () => {
  // Objects of a bucket have no names before they are there: rights over them name their folder.
  const isOpen = ({ action, resource }: Right) =>
    action.includes('*') ||
    resource.replace(/"\/(uploads|pictures|exports|plans|reports)\/\*"/g, '').includes('*');
  const open = rights.filter(isOpen);
  const looking = { action: 'dynamodb:ListStreams', resource: '"*"' };
  expect(open).toEqual(Object.keys(followers).map(lambda => ({ lambda, ...looking })));
});

test('whoever keeps what users are found by touches nothing else', () => {
  expect(JSON.stringify(rights.filter(({ lambda }) => lambda === 'index-users'))).not.toMatch(
    /PutItem|UpdateItem|DeleteItem/,
  );
});

test('whoever counts writes to what is counted, and reads nothing, or users alone', () => {
  const actionsOf = (lambda: string) =>
    rights.filter(right => right.lambda === lambda).map(({ action }) => action.replace('dynamodb:', ''));
  const ofTable = (lambda: string) =>
    actionsOf(lambda)
      .filter(action => /Item|Query/.test(action))
      .sort();
  expect(ofTable('count-invitations')).toEqual(['PutItem', 'UpdateItem']);
  const turning = ['DeleteItem', 'GetItem', 'PutItem', 'UpdateItem'];
  expect(ofTable('count-factors')).toEqual(['ConditionCheckItem', ...turning]);
  const writing = lambdas.filter(([, { Properties }]) => /^count-/.test(String(Properties.Description)));
  for (const [, { Properties }] of writing) {
    const policies = Object.values(ofType('AWS::IAM::Policy')).filter(
      policy => referred(policy.Properties.Roles) === referred(Properties.Role),
    );
    const onNumbers = policies
      .flatMap(statementsIn)
      .filter(({ Action }) => /dynamodb:Put/.test(String(Action)));
    expect(onNumbers).toEqual([
      expect.objectContaining({
        Condition: {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['ORG#*#NUMBERS'] },
          Null: { 'dynamodb:LeadingKeys': 'false' },
        },
      }),
    ]);
  }
});

test('only who has the need may', () => {
  const mailers = [
    'send-access-reduced-emails',
    'send-approval-emails',
    'send-email-change-emails',
    'send-factor-emails',
    'send-invitation-email',
    'send-password-changed-email',
    'send-password-reset-email',
  ];
  expect(whoMay(/^ses:/)).toEqual(mailers);
  const changing = ['account', 'align-factors', 'end-sessions', 'reconcile-credentials'];
  expect(whoMay(/^cognito-idp:/)).toEqual(changing);
  expect(whoMay(/^cognito-idp:AdminInitiateAuth/)).toEqual(['account']);
  expect(whoMay(/^cognito-idp:ListUsers/)).toEqual(['reconcile-credentials']);
  expect(whoMay(/^events:/)).toEqual(['publish']);
  const readers = ['check-import', 'files', 'run-job', 'write-left-rows'];
  expect(whoMay(/^s3:/)).toEqual([...readers, 'remove-picture-files', 'write-export'].sort());
  expect(whoMay(/^s3:(Get|List)/)).toEqual(readers);
  const onPlans = allowed(/^s3:(Get|Put)/).filter(({ resource }) => resource.includes('/plans/'));
  expect(onPlans.filter(({ action }) => action === 's3:PutObject').map(({ lambda }) => lambda)).toEqual([
    'check-import',
  ]);
  expect([...new Set(onPlans.map(({ lambda }) => lambda))].sort()).toEqual(readers);
  const onExports = allowed(/^s3:/).filter(({ resource }) => resource.includes('/exports/'));
  expect(onExports.map(({ lambda, action }) => [lambda, action])).toEqual([
    ['files', 's3:GetObject'],
    ['write-export', 's3:AbortMultipartUpload'],
    ['write-export', 's3:PutObject'],
  ]);
  const writing = allowed(/^s3:/).filter(({ lambda }) => lambda === 'write-export');
  expect(writing.every(({ resource }) => resource.includes('/exports/*'))).toBe(true);
  expect(whoMay(/^dynamodb:PutItem/)).not.toContain('remove-picture-files');
  expect(rights.filter(({ lambda }) => lambda === 'public').map(({ action }) => action)).toEqual([
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ]);
});

test('every Lambda runs on Node 24 and arm64, with a log of its own that does not grow for ever', () => {
  expect(lambdas.map(([, { Properties }]) => [Properties.Runtime, Properties.Architectures])).toEqual(
    lambdas.map(() => ['nodejs24.x', ['arm64']]),
  );
  const logs = lambdas.map(
    ([, { Properties }]) => ofType('AWS::Logs::LogGroup')[referred(Properties.LoggingConfig)],
  );
  expect(logs.map(log => log?.Properties.RetentionInDays)).toEqual(
    logs.map(() => asDelivered.logRetentionDays),
  );
});

test('a Lambda is told what it needs and no more', () => {
  const told = Object.fromEntries(
    lambdas.map(([, { Properties }], index) => [names[index], variablesOf(Properties)]),
  );
  const tables = ['DIRECTORY_TABLE', 'EVENTS_TABLE'];
  const pool = ['USER_POOL_CLIENT_ID', 'USER_POOL_ID'];
  expect(told).toMatchObject({
    public: [],
    core: ['CONSOLE_URL', ...tables, 'TERMS_VERSION'],
    account: [...tables, 'TERMS_VERSION', ...pool],
    files: [...tables, 'EXPORTS_BUCKET', 'IMPORTS_BUCKET', 'PICTURES_BUCKET', 'UPLOADS_BUCKET'].sort(),
    'write-export': [...tables, 'EXPORTS_BUCKET'],
    'remove-picture-files': [...tables, 'PICTURES_BUCKET'],
    'send-invitation-email': ['CONSOLE_URL', ...tables, 'MAIL_CONFIGURATION_SET', 'MAIL_FROM'],
    'end-sessions': [...tables, ...pool],
    'record-delivery': tables,
    'count-invitations': tables,
    'run-job': ['CREDENTIALS_PER_SECOND', ...tables, 'IMPORTS_BUCKET', 'MAILS_PER_SECOND'],
    'check-import': [...tables, 'IMPORTS_BUCKET'],
    'expire-invitations': tables,
    publish: ['BUS_NAME'],
    'invite-first-operator': [...tables, 'OPERATOR_EMAIL', 'OPERATOR_NAME', 'OPERATOR_ORGANIZATION_NAME'],
  });
});

function variablesOf({ Environment }: Resource['Properties']): string[] {
  return Object.keys((Environment as { Variables: object } | undefined)?.Variables ?? {}).sort(); // as Lambda has it
}

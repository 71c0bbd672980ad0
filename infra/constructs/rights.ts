/**
 * What a Lambda may do in AWS: its needs as policy statements. The least that serves them, on resources by name;
 * nowhere a Scan, nor PartiQL, and on the events table nothing but PutItem.
 */
import { Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Need, Needs } from '../../shared/contract/needs.ts';
import { directoryIndexes } from './directory-indexes.ts';
import type { World } from './world.ts';

export function rightsFor(needs: Needs, world: World): PolicyStatement[] {
  return needs.flatMap(need => rights[need](world));
}

const rights: Readonly<Record<Need, (world: World) => PolicyStatement[]>> = {
  'directory:read': ({ data: { directory } }) => [
    allow(['dynamodb:GetItem', 'dynamodb:BatchGetItem'], directory.tableArn),
    allow(['dynamodb:Query'], directory.tableArn, ...indexArns(directory)),
  ],
  'directory:write': ({ data: { directory, events } }) => [
    allow(
      [
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:DeleteItem',
        'dynamodb:ConditionCheckItem',
        'dynamodb:BatchWriteItem',
      ],
      directory.tableArn,
    ),
    allow(['dynamodb:PutItem'], events.tableArn),
  ],
  'directory:note': ({ data: { directory } }) => [allow(['dynamodb:UpdateItem'], directory.tableArn)],
  'directory:index': ({ data: { directory } }) => [
    allow(['dynamodb:BatchGetItem'], directory.tableArn),
    onlyUnder('ORG#*#FIND#*', allow(['dynamodb:BatchWriteItem'], directory.tableArn)),
  ],
  'directory:count': ({ data: { directory } }) => [
    onlyUnder(numbers, allow(['dynamodb:PutItem', 'dynamodb:UpdateItem'], directory.tableArn)),
  ],
  'directory:cover': ({ data: { directory } }) => [
    allow(['dynamodb:GetItem', 'dynamodb:ConditionCheckItem'], directory.tableArn),
    onlyUnder(
      numbers,
      allow(['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'], directory.tableArn),
    ),
  ],
  'identity:sign-in': ({ identity: { pool } }) => [
    allow(['cognito-idp:AdminInitiateAuth', 'cognito-idp:AdminRespondToAuthChallenge'], pool.userPoolArn),
  ],
  'identity:write': ({ identity: { pool } }) => [
    allow(
      [
        'cognito-idp:AdminCreateUser',
        'cognito-idp:AdminSetUserPassword',
        'cognito-idp:AdminUserGlobalSignOut',
        'cognito-idp:AdminDeleteUser',
        // Second factors, and the devices that would be spared them.
        'cognito-idp:AdminGetUser',
        'cognito-idp:AdminUpdateUserAttributes',
        'cognito-idp:AdminDeleteUserAttributes',
        'cognito-idp:AdminSetUserMFAPreference',
        'cognito-idp:AdminDeleteSoftwareToken',
        'cognito-idp:AdminListDevices',
        'cognito-idp:AdminForgetDevice',
      ],
      pool.userPoolArn,
    ),
  ],
  'identity:read': ({ identity: { pool } }) => [
    allow(['cognito-idp:ListUsers', 'cognito-idp:AdminGetUser'], pool.userPoolArn),
  ],
  'files:write': ({ files: { uploads, pictures } }) => [
    allow(['s3:PutObject', 's3:GetObject', 's3:DeleteObject'], uploads.arnForObjects('uploads/*')),
    // Or S3 would say of what is not there that it is forbidden.
    allow(['s3:ListBucket'], uploads.bucketArn),
    allow(['s3:PutObject', 's3:DeleteObject'], pictures.arnForObjects('pictures/*')),
  ],
  'files:remove': ({ files: { pictures } }) => [
    allow(['s3:DeleteObject'], pictures.arnForObjects('pictures/*')),
  ],
  'files:export': ({ files: { exports } }) => [
    // Whoever may put an object may begin and complete one in parts.
    allow(['s3:PutObject', 's3:AbortMultipartUpload'], exports.arnForObjects('exports/*')),
  ],
  // A link lets whoever follows it do what its maker may.
  'files:link': ({ files: { exports } }) => [allow(['s3:GetObject'], exports.arnForObjects('exports/*'))],
  'files:import': ({ files: { imports } }) => [
    // A form lets whoever sends it do what its maker may.
    allow(['s3:PutObject'], imports.arnForObjects('uploads/*')),
  ],
  'files:show-import': ({ files: { imports } }) => [
    allow(['s3:GetObject'], imports.arnForObjects('plans/*'), imports.arnForObjects('reports/*')),
    allow(['s3:ListBucket'], imports.bucketArn),
  ],
  'files:check-import': ({ files: { imports } }) => [
    allow(['s3:GetObject'], imports.arnForObjects('uploads/*'), imports.arnForObjects('plans/*')),
    allow(['s3:PutObject'], imports.arnForObjects('plans/*'), imports.arnForObjects('reports/*')),
    allow(['s3:AbortMultipartUpload'], imports.arnForObjects('reports/*')),
    allow(['s3:ListBucket'], imports.bucketArn),
  ],
  'files:plan': ({ files: { imports } }) => [
    allow(['s3:GetObject'], imports.arnForObjects('plans/*')),
    allow(['s3:ListBucket'], imports.bucketArn),
  ],
  'files:report': ({ files: { imports } }) => [
    allow(['s3:GetObject'], imports.arnForObjects('plans/*')),
    allow(['s3:PutObject', 's3:AbortMultipartUpload'], imports.arnForObjects('reports/*')),
    allow(['s3:ListBucket'], imports.bucketArn),
  ],
  'mail:send': ({ settings, mail: { sender, configurationSet } }) => {
    const { configurationSetName } = configurationSet;
    const set = Stack.of(configurationSet).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: configurationSetName,
    });
    const statement = allow(['ses:SendEmail'], sender.emailIdentityArn, set);
    statement.addCondition('StringEquals', { 'ses:FromAddress': settings.mailFrom });
    return [statement];
  },
  'events:publish': ({ data: { bus } }) => [allow(['events:PutEvents'], bus.eventBusArn)],
};

function allow(actions: string[], ...resources: string[]): PolicyStatement {
  return new PolicyStatement({ actions, resources });
}

/** What is counted of organizations. */
const numbers = 'ORG#*#NUMBERS';

/** Nothing but these partitions; a request without a key is about none of them. */
function onlyUnder(partitions: string, statement: PolicyStatement): PolicyStatement {
  statement.addCondition('ForAllValues:StringLike', { 'dynamodb:LeadingKeys': [partitions] });
  statement.addCondition('Null', { 'dynamodb:LeadingKeys': 'false' });
  return statement;
}

/** By name: a wildcard would open an index that is added tomorrow for another purpose. */
function indexArns(directory: Table): string[] {
  return directoryIndexes.map(({ indexName }) => `${directory.tableArn}/index/${indexName}`);
}

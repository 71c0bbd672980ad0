import { test } from 'vitest';
import { expectNeeds, operation, type Row } from './iam-support.ts';

const directory = 'arn:aws:dynamodb:us-east-1:000000000000:table/directory';
const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'META' } });

const dynamodb = (name: string, input: object) => operation(`DynamoDB_20120810.${name}`, input);

test.each<[string, Row]>([
  [
    'an item by its key, some attributes of it',
    {
      call: dynamodb('GetItem', {
        TableName: 'directory',
        Key: key('ORG#1'),
        ProjectionExpression: '#n, address.city, tags[0]',
        ExpressionAttributeNames: { '#n': 'name' },
      }),
      needs: [
        {
          action: 'dynamodb:GetItem',
          resource: directory,
          context: {
            'dynamodb:LeadingKeys': ['ORG#1'],
            'dynamodb:Attributes': ['pk', 'sk', 'name', 'address', 'tags'],
            'dynamodb:Select': 'SPECIFIC_ATTRIBUTES',
          },
        },
      ],
    },
  ],
  [
    'a whole item, by a table that is named by its ARN',
    {
      call: dynamodb('GetItem', { TableName: directory, Key: key('ORG#1') }),
      needs: [
        {
          resource: directory,
          context: {
            'dynamodb:LeadingKeys': ['ORG#1'],
            'dynamodb:Attributes': ['pk', 'sk'],
            'dynamodb:Select': 'ALL_ATTRIBUTES',
          },
        },
      ],
    },
  ],
  [
    'an update names what its expressions name, and no function, keyword or value',
    {
      call: dynamodb('UpdateItem', {
        TableName: 'directory',
        Key: key('ORG#1'),
        UpdateExpression: 'SET seats = seats + :one, #s = if_not_exists(#s, :new) REMOVE note',
        ConditionExpression: 'attribute_exists(pk) AND (version = :v OR NOT size(tags) > :max)',
        ExpressionAttributeNames: { '#s': 'status' },
        ReturnValues: 'ALL_NEW',
      }),
      needs: [
        {
          action: 'dynamodb:UpdateItem',
          context: {
            'dynamodb:LeadingKeys': ['ORG#1'],
            'dynamodb:Attributes': ['pk', 'sk', 'version', 'tags', 'seats', 'status', 'note'],
            'dynamodb:ReturnValues': 'ALL_NEW',
          },
        },
      ],
    },
  ],
  [
    'a query of the table',
    {
      call: dynamodb('Query', {
        TableName: 'directory',
        KeyConditionExpression: '#p = :p AND begins_with(sk, :s)',
        ExpressionAttributeNames: { '#p': 'pk' },
        ExpressionAttributeValues: { ':p': { S: 'ORG#1' }, ':s': { S: 'USER#' } },
      }),
      needs: [
        {
          action: 'dynamodb:Query',
          resource: directory,
          context: {
            'dynamodb:LeadingKeys': ['ORG#1'],
            'dynamodb:Attributes': ['pk', 'sk'],
            'dynamodb:Select': 'ALL_ATTRIBUTES',
          },
        },
      ],
    },
  ],
  [
    'a query of an index: its own resource, its own leading key, the value first',
    {
      call: dynamodb('Query', {
        TableName: 'directory',
        IndexName: 'byName',
        KeyConditionExpression: '(:p = gsi1pk) and pk > :x',
        ExpressionAttributeValues: { ':p': { S: 'ORG#1#N' }, ':x': { S: 'ORG#2' } },
        Select: 'COUNT',
      }),
      needs: [
        {
          resource: `${directory}/index/byName`,
          context: {
            'dynamodb:LeadingKeys': ['ORG#1#N'],
            'dynamodb:Attributes': ['gsi1pk', 'pk'],
            'dynamodb:Select': 'COUNT',
          },
        },
      ],
    },
  ],
  [
    'a scan has no leading key',
    {
      call: dynamodb('Scan', { TableName: 'directory' }),
      needs: [
        {
          action: 'dynamodb:Scan',
          resource: directory,
          context: { 'dynamodb:Select': 'ALL_ATTRIBUTES' },
        },
      ],
    },
  ],
  [
    'a batch of reads: one action a table, all its keys',
    {
      call: dynamodb('BatchGetItem', {
        RequestItems: {
          directory: { Keys: [key('ORG#1'), key('ORG#2')] },
          other: { Keys: [{ id: { S: 'x' } }] },
        },
      }),
      needs: [
        {
          action: 'dynamodb:BatchGetItem',
          resource: directory,
          context: {
            'dynamodb:LeadingKeys': ['ORG#1', 'ORG#2'],
            'dynamodb:Attributes': ['pk', 'sk'],
            'dynamodb:Select': 'ALL_ATTRIBUTES',
          },
        },
        { action: 'dynamodb:BatchGetItem', resource: directory.replace('directory', 'other') },
      ],
    },
  ],
  [
    'a batch of writes: the keys of puts and deletes alike',
    {
      call: dynamodb('BatchWriteItem', {
        RequestItems: {
          directory: [
            { PutRequest: { Item: { ...key('ORG#1'), name: { S: 'Ada' } } } },
            { DeleteRequest: { Key: key('ORG#2') } },
          ],
        },
      }),
      needs: [
        {
          action: 'dynamodb:BatchWriteItem',
          resource: directory,
          context: {
            'dynamodb:LeadingKeys': ['ORG#1', 'ORG#2'],
            'dynamodb:Attributes': ['pk', 'sk', 'name'],
          },
        },
      ],
    },
  ],
  [
    'a transaction is its parts',
    {
      call: dynamodb('TransactWriteItems', {
        TransactItems: [
          { Put: { TableName: 'directory', Item: key('ORG#1') } },
          { Put: { TableName: 'directory', Item: key('EMAIL#a') } },
          { Update: { TableName: 'directory', Key: key('ORG#2') } },
          { Delete: { TableName: 'directory', Key: key('ORG#3') } },
          { ConditionCheck: { TableName: 'directory', Key: key('ORG#4') } },
          { Put: { TableName: 'events', Item: key('ORG#1') } },
        ],
      }),
      needs: [
        {
          action: 'dynamodb:PutItem',
          resource: directory,
          context: {
            'dynamodb:LeadingKeys': ['ORG#1', 'EMAIL#a'],
            'dynamodb:Attributes': ['pk', 'sk'],
            'dynamodb:EnclosingOperation': 'TransactWriteItems',
          },
        },
        { action: 'dynamodb:UpdateItem', resource: directory },
        { action: 'dynamodb:DeleteItem', resource: directory },
        { action: 'dynamodb:ConditionCheckItem', resource: directory },
        { action: 'dynamodb:PutItem', resource: directory.replace('directory', 'events') },
      ],
    },
  ],
  [
    'a transaction of reads',
    {
      call: dynamodb('TransactGetItems', {
        TransactItems: [{ Get: { TableName: 'directory', Key: key('ORG#1') } }],
      }),
      needs: [{ action: 'dynamodb:GetItem', resource: directory }],
    },
  ],
  [
    'a table itself',
    {
      call: dynamodb('DescribeTable', { TableName: 'directory' }),
      needs: [{ action: 'dynamodb:DescribeTable', resource: directory, context: {} }],
    },
  ],
  [
    'PartiQL is not known',
    { call: dynamodb('ExecuteStatement', { Statement: 'SELECT *' }), needs: undefined },
  ],
  [
    'streams are not for Lambdas',
    { call: operation('DynamoDBStreams_20120810.GetRecords', {}), needs: undefined },
  ],
])('DynamoDB: %s', async (_what, { call, needs }) => {
  await expectNeeds('dynamodb', call, needs);
});

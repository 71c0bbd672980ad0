/** What must not change by accident: a table or a pool with another logical id is another, empty one. */
import { expect, test } from 'vitest';
import {
  credentialsIndex,
  expiryIndex,
  listsIndex,
  partnersIndex,
} from '../../shared/adapters/dynamo/indexes.ts';
import { sessionDays } from '../../shared/contract/auth.ts';
import { asDelivered, referred, synthesised } from './synthesised.ts';

const { data, identity } = synthesised(asDelivered);

const outlivesItsStack = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };

test('two tables, of which nothing can be lost', () => {
  const safe = {
    ...outlivesItsStack,
    Properties: {
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    },
  };
  expect(data.resources('AWS::DynamoDB::Table')).toMatchObject({
    Directory98167B95: safe,
    EventsD32975C2: safe,
  });
  expect(Object.keys(data.resources('AWS::DynamoDB::Table'))).toHaveLength(2);
});

test('the directory sweeps what is dead, and has the indexes that the keys are written for', () => {
  const { Properties } = data.resources('AWS::DynamoDB::Table').Directory98167B95 ?? {};
  const index = (IndexName: string, ProjectionType: string) => ({
    IndexName,
    KeySchema: [
      { AttributeName: `${IndexName}Pk`, KeyType: 'HASH' },
      { AttributeName: `${IndexName}Sk`, KeyType: 'RANGE' },
    ],
    Projection: { ProjectionType },
  });
  expect(Properties).toMatchObject({
    TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
    GlobalSecondaryIndexes: [
      index(listsIndex.name, 'ALL'),
      index(partnersIndex.name, 'ALL'),
      index(expiryIndex.name, 'KEYS_ONLY'),
      index(credentialsIndex.name, 'KEYS_ONLY'),
    ],
  });
});

test('the events table tells what is written, and never forgets', () => {
  const { Properties } = data.resources('AWS::DynamoDB::Table').EventsD32975C2 ?? {};
  expect(Properties).toMatchObject({ StreamSpecification: { StreamViewType: 'NEW_IMAGE' } });
  expect(Properties).not.toHaveProperty('TimeToLiveSpecification');
});

test('the user pool is safe, and people get into it only through us', () => {
  expect(identity.resources('AWS::Cognito::UserPool')).toMatchObject({
    PeopleE38C8D03: {
      ...outlivesItsStack,
      Properties: {
        DeletionProtection: 'ACTIVE',
        UsernameConfiguration: { CaseSensitive: false },
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only' }] },
        MfaConfiguration: 'OPTIONAL',
        EnabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
        SmsConfiguration: { ExternalId: expect.any(String), SnsCallerArn: expect.anything() },
      },
    },
  });
  const { Properties } = identity.resources('AWS::Cognito::UserPool').PeopleE38C8D03 ?? {};
  expect(Properties).not.toHaveProperty('AliasAttributes');
  expect(Properties).not.toHaveProperty('UsernameAttributes');
  // Where a change of number were verified by itself, two codes would go out.
  expect(Properties).not.toHaveProperty('AutoVerifiedAttributes');
});

test('Cognito texts codes as a role that may do nothing else, and that serves this pool alone', () => {
  const { Properties } = identity.resources('AWS::Cognito::UserPool').PeopleE38C8D03 ?? {};
  const { ExternalId, SnsCallerArn } = (Properties?.SmsConfiguration ?? {}) as Record<string, unknown>; // as CloudFormation has it
  expect(identity.resources('AWS::IAM::Role')).toMatchObject({
    [referred(SnsCallerArn)]: {
      Properties: {
        AssumeRolePolicyDocument: {
          Statement: [
            {
              Principal: { Service: 'cognito-idp.amazonaws.com' },
              Condition: { StringEquals: { 'sts:ExternalId': ExternalId } },
            },
          ],
        },
        Policies: [{ PolicyDocument: { Statement: [{ Action: 'sns:Publish', Effect: 'Allow' }] } }],
      },
    },
  });
});

test('the app client gives tokens to our server alone, for as long as sessions last', () => {
  expect(identity.resources('AWS::Cognito::UserPoolClient')).toMatchObject({
    PeopleServer549ED0D8: {
      Properties: {
        ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
        AllowedOAuthFlowsUserPoolClient: false,
        GenerateSecret: false,
        EnableTokenRevocation: true,
        PreventUserExistenceErrors: 'ENABLED',
        AccessTokenValidity: 10,
        RefreshTokenValidity: sessionDays * 24 * 60,
        TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'minutes' },
      },
    },
  });
});

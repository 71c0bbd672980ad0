/** User pools and app clients, made from CloudFormation's properties or from the API's, which nearly agree. */
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CreateUserPoolRequest } from '@aws-sdk/client-cognito-identity-provider';
import {
  type CognitoService,
  CognitoServiceFactoryImpl,
  USER_POOL_AWS_DEFAULTS,
} from 'cognito-local/lib/services/cognitoService.js';
import { type UserPool, UserPoolServiceFactoryImpl } from 'cognito-local/lib/services/userPoolService.js';
import { arn } from '../place.ts';
import { memoryStores } from './memory-store.ts';
import { invalidParameter, notModelled } from './refusal.ts';
import { quiet, type World } from './world.ts';

/** `AWS::Cognito::UserPool`'s properties, or CreateUserPool's parameters. */
export type PoolProperties = Omit<Partial<CreateUserPoolRequest>, 'UserPoolTier' | 'DeletionProtection'> & {
  readonly UserPoolName?: string;
  readonly EnabledMfas?: readonly string[];
  readonly [other: string]: unknown;
};

/** cognito-local's pools, in memory, with usernames as they are given: no alias stands in for them. */
export async function openPools(clock: () => Date): Promise<CognitoService> {
  const reads = new UserPoolServiceFactoryImpl({ get: clock }, memoryStores);
  // It looks for saved pools in a directory: an empty one.
  const directory = await mkdtemp(join(tmpdir(), 'cognito-'));
  const factory = new CognitoServiceFactoryImpl(directory, memoryStores, reads);
  return factory.create(quiet, { UsernameAttributes: [] }).finally(() => rm(directory, { recursive: true }));
}

/** Makes a pool. Refuses settings that change how sign-in works and that are not modelled here. */
export async function createPool(world: World, given: PoolProperties): Promise<UserPool> {
  refuseUnmodelled(given);
  const now = world.clock();
  const id = `${world.place.region}_${randomId(poolLetters, 9)}`;
  const { PoolName, UserPoolName, EnabledMfas, Schema, Policies, ...rest } = given;
  const settings = {
    ...rest,
    Id: id,
    Name: PoolName ?? UserPoolName ?? id,
    Arn: arn(world.place, 'cognito-idp', `userpool/${id}`),
    CreationDate: now,
    LastModifiedDate: now,
    SchemaAttributes: [...(USER_POOL_AWS_DEFAULTS.SchemaAttributes ?? []), ...customAttributes(Schema)],
    SoftwareTokenMfaConfiguration: { Enabled: EnabledMfas?.includes('SOFTWARE_TOKEN_MFA') ?? false },
    ...(Policies?.PasswordPolicy
      ? { Policies: { PasswordPolicy: passwordPolicy(Policies.PasswordPolicy) } }
      : {}),
  };
  // Its types are the old SDK's for the same JSON.
  return world.pools.createUserPool(quiet, settings as unknown as UserPool);
}

/** A policy that is given leaves out what it does not ask for; AWS's default policy asks for everything. */
function passwordPolicy(given: object): object {
  const nothing = {
    RequireUppercase: false,
    RequireLowercase: false,
    RequireNumbers: false,
    RequireSymbols: false,
  };
  return { ...nothing, ...given };
}

function customAttributes(schema: CreateUserPoolRequest['Schema']): object[] {
  const standard = new Set(USER_POOL_AWS_DEFAULTS.SchemaAttributes?.map(({ Name }) => Name));
  return (schema ?? [])
    .filter(({ Name }) => !standard.has(Name))
    .map(attribute => ({
      AttributeDataType: 'String',
      Mutable: true,
      ...attribute,
      Name: `custom:${attribute.Name}`,
    }));
}

function refuseUnmodelled(given: PoolProperties): void {
  const { LambdaConfig, UsernameAttributes, AliasAttributes, DeviceConfiguration, EnabledMfas, Policies } =
    given;
  if (Object.keys(LambdaConfig ?? {}).length > 0) throw notModelled('Lambda triggers');
  if (UsernameAttributes?.length || AliasAttributes?.length)
    throw notModelled('emails or phones as usernames');
  if (DeviceConfiguration) throw notModelled('remembered devices');
  if (EnabledMfas?.includes('EMAIL_OTP')) throw notModelled('codes by email');
  if (EnabledMfas?.includes('SMS_MFA') && !given.SmsConfiguration) {
    throw invalidParameter(
      'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
    );
  }
  if (Policies?.SignInPolicy?.AllowedFirstAuthFactors?.some(factor => factor !== 'PASSWORD')) {
    throw notModelled('signing in without a password');
  }
  if (Policies?.PasswordPolicy?.PasswordHistorySize) throw notModelled('password history');
  const minimum = Policies?.PasswordPolicy?.MinimumLength ?? 8;
  if (minimum < 6 || minimum > 99) throw invalidParameter('MinimumLength must be between 6 and 99.');
}

const poolLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
export const clientLetters = 'abcdefghijklmnopqrstuvwxyz0123456789';

export function randomId(letters: string, length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}

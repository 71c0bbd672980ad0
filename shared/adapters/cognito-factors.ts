/** What an administrator does to somebody's second factors. */
import {
  AdminDeleteSoftwareTokenCommand,
  AdminDeleteUserAttributesCommand,
  AdminForgetDeviceCommand,
  AdminListDevicesCommand,
  AdminSetUserMFAPreferenceCommand,
  AdminUpdateUserAttributesCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Factor } from '../contract/factors.ts';
import type { PersonId } from '../contract/ids.ts';
import type { IdentityWriter } from '../ports/identity.ts';
import { unless, whereThereIs } from './cognito-answers.ts';
import { type CognitoPool, everyFactor, factorsIn, userOf } from './cognito-user.ts';

type Setting = Pick<IdentityWriter, 'setTelephone' | 'askFor' | 'forgetFactors'>;

export function settingFactors(pool: CognitoPool): Setting {
  const { client, UserPoolId } = pool;
  return {
    setTelephone: async (person, telephone) => {
      const UserAttributes = [
        { Name: 'phone_number', Value: telephone },
        { Name: 'phone_number_verified', Value: 'false' },
      ];
      await client.send(
        new AdminUpdateUserAttributesCommand({ UserPoolId, Username: person, UserAttributes }),
      );
    },
    askFor: async (person, factors) => {
      const user = await userOf(pool, person);
      if (!user) throw new Error('A second factor was to be asked for where there are no credentials');
      await prefer(pool, person, { before: factorsIn(user), now: factors });
    },
    forgetFactors: async (person, factors) => {
      await whereThereIs(() => forget(pool, person, factors));
    },
  };
}

/** In this order, a crash in the middle leaves nobody asked for what they cannot answer; repeating it finishes it. */
async function forget(pool: CognitoPool, person: PersonId, factors: readonly Factor[]): Promise<void> {
  const { client, UserPoolId } = pool;
  const named = { UserPoolId, Username: person };
  const user = await userOf(pool, person);
  if (!user) return;
  const before = factorsIn(user);
  await prefer(pool, person, { before, now: before.filter(factor => !factors.includes(factor)) });
  if (factors.includes('authenticator')) {
    // This is how Cognito says that there is none: that the pool is there, we know by now.
    await unless(['ResourceNotFoundException'], undefined, () =>
      client.send(new AdminDeleteSoftwareTokenCommand(named)),
    );
  }
  if (factors.includes('sms') && user.UserAttributes?.some(({ Name }) => Name === 'phone_number')) {
    const UserAttributeNames = ['phone_number'];
    await client.send(new AdminDeleteUserAttributesCommand({ ...named, UserAttributeNames }));
  }
  await forgetDevices(pool, person);
}

type Change = { before: readonly Factor[]; now: readonly Factor[] };

/**
 * Of two active factors one is always preferred: without a preference Cognito has people choose at sign-in. Nothing is
 * said of a factor that was off and stays off, because Cognito has refused that for want of a telephone.
 */
async function prefer({ client, UserPoolId }: CognitoPool, person: PersonId, { before, now }: Change) {
  const settingOf = (factor: Factor) =>
    before.includes(factor) || now.includes(factor)
      ? { Enabled: now.includes(factor), PreferredMfa: now[0] === factor }
      : undefined;
  if (!everyFactor.some(settingOf)) return;
  await client.send(
    new AdminSetUserMFAPreferenceCommand({
      UserPoolId,
      Username: person,
      SMSMfaSettings: settingOf('sms'),
      SoftwareTokenMfaSettings: settingOf('authenticator'),
    }),
  );
}

/** Our pool remembers none as it is deployed; a device that is remembered would not be asked for a second factor. */
async function forgetDevices(pool: CognitoPool, person: PersonId): Promise<void> {
  const { client, UserPoolId } = pool;
  for (const DeviceKey of await devicesOf(pool, person)) {
    const command = new AdminForgetDeviceCommand({ UserPoolId, Username: person, DeviceKey });
    await unless(['ResourceNotFoundException'], undefined, () => client.send(command));
  }
}

/** The keys of all remembered devices, from every page before any is forgotten. */
async function devicesOf({ client, UserPoolId }: CognitoPool, person: PersonId): Promise<string[]> {
  const keys: string[] = [];
  let PaginationToken: string | undefined;
  do {
    const command = new AdminListDevicesCommand({ UserPoolId, Username: person, PaginationToken });
    // A pool that remembers no devices may also refuse to list them.
    const page = await unless(['InvalidUserPoolConfigurationException'], undefined, () =>
      client.send(command),
    );
    keys.push(...(page?.Devices ?? []).flatMap(({ DeviceKey }) => DeviceKey ?? []));
    PaginationToken = page?.PaginationToken;
  } while (PaginationToken);
  return keys;
}

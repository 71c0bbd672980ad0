/** Puts the local Cognito together. Loaded when it starts, because cognito-local takes a while to load. */
import type { Handler } from '../http.ts';
import { createApi } from './api.ts';
import { createChallenges } from './challenges.ts';
import { createClient } from './clients.ts';
import { createGrants } from './grants.ts';
import { createHourlyLimits } from './hourly-limits.ts';
import { createLockouts } from './lockouts.ts';
import { createPool, openPools } from './pools.ts';
import { createSigner } from './signer.ts';
import type { World } from './world.ts';

type Given = Pick<World, 'place' | 'clock' | 'issuerOrigin' | 'sendSms'>;

type Cognito = {
  readonly world: World;
  readonly handler: Handler;
  readonly createPool: typeof createPool;
  readonly createClient: typeof createClient;
};

export async function createCognito(given: Given): Promise<Cognito> {
  const [pools, signer] = await Promise.all([openPools(given.clock), createSigner()]);
  const world: World = {
    ...given,
    pools,
    signer,
    grants: createGrants(),
    challenges: createChallenges(),
    lockouts: createLockouts(),
    hourlyLimits: createHourlyLimits(),
  };
  return { world, handler: createApi(world), createPool, createClient };
}

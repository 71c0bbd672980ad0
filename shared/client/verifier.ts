/** Verifies access tokens where they arrive, with the user pool's public keys, which are fetched once. */
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import type { Verify } from './tenantry.ts';

export type Pool = { userPoolId: string; clientId: string };
type Keys = Parameters<ReturnType<typeof CognitoJwtVerifier.create>['cacheJwks']>[0];

/** @param keys the pool's, where they are known already and need not be fetched */
export function cognitoVerifier({ userPoolId, clientId }: Pool, keys?: Keys): Verify {
  const verifier = CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse: 'access' });
  if (keys) verifier.cacheJwks(keys);
  return async token => ({ person: (await verifier.verify(token)).username });
}

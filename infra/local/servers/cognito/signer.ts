/** The key that signs a local Cognito's tokens: made anew at each start, so that no token outlives its users. */

import type { JWTPayload } from 'jose';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, jwtVerify, SignJWT } from 'jose';

export type Signer = {
  /** The public half, as `.well-known/jwks.json` serves it. */
  readonly jwks: { readonly keys: readonly JWK[] };
  sign(claims: JWTPayload): Promise<string>;
  /** The claims of a token that this signer signed and that is valid at `now`; throws jose's errors otherwise. */
  verify(token: string, now: Date): Promise<JWTPayload>;
};

const algorithm = 'RS256';

export async function createSigner(): Promise<Signer> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm);
  const key = await exportJWK(publicKey);
  const keyId = await calculateJwkThumbprint(key);
  return {
    jwks: { keys: [{ ...key, kid: keyId, alg: algorithm, use: 'sig' }] },
    sign: claims => new SignJWT(claims).setProtectedHeader({ kid: keyId, alg: algorithm }).sign(privateKey),
    async verify(token, now) {
      const { payload } = await jwtVerify(token, publicKey, { currentDate: now, algorithms: [algorithm] });
      return payload;
    },
  };
}

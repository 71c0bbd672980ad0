/** Sign-ins: one refresh token, and under its `origin_jti` every access token that it brings. */
import { randomBytes, randomUUID } from 'node:crypto';

export type Grant = {
  readonly refreshToken: string;
  readonly poolId: string;
  readonly clientId: string;
  readonly username: string;
  readonly originJti: string;
  /** Seconds since 1970, as in the tokens. */
  readonly authTime: number;
  readonly expiresAt: Date;
  revoked: boolean;
};

export type Grants = {
  open(grant: Omit<Grant, 'refreshToken' | 'originJti' | 'revoked'>): Grant;
  byRefreshToken(refreshToken: string): Grant | undefined;
  byOrigin(originJti: string): Grant | undefined;
  /** Ends every sign-in of a user. */
  revokeAll(poolId: string, username: string): void;
};

export function createGrants(): Grants {
  const byToken = new Map<string, Grant>();
  const byOrigin = new Map<string, Grant>();
  return {
    open(facts) {
      const grant = { ...facts, refreshToken: opaqueToken(), originJti: randomUUID(), revoked: false };
      byToken.set(grant.refreshToken, grant);
      byOrigin.set(grant.originJti, grant);
      return grant;
    },
    byRefreshToken: token => byToken.get(token),
    byOrigin: origin => byOrigin.get(origin),
    revokeAll(poolId, username) {
      for (const grant of byToken.values()) {
        if (grant.poolId === poolId && grant.username === username) grant.revoked = true;
      }
    },
  };
}

/** In the shape and size of AWS's encrypted refresh tokens, because cookies and columns have limits. */
function opaqueToken(): string {
  const header = Buffer.from('{"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"}').toString('base64url');
  return [header, ...[256, 12, 780, 16].map(size => randomBytes(size).toString('base64url'))].join('.');
}

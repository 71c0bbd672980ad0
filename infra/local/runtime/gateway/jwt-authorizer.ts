/** API Gateway's JWT authoriser: who may pass to the Lambda at all, and what the Lambda is told of them. */
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import type { Clock } from '../../clock.ts';
import { type HttpRequest, type HttpResponse, header, jsonResponse } from '../http-message.ts';

export type JwtAuthorizer = {
  readonly issuer: string;
  readonly audience: readonly string[];
  /** The issuer's public keys. */
  readonly keys: JSONWebKeySet;
};

export type Authorization = {
  /** Every value is a string, whatever it is in the token. */
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: readonly string[] | null;
};

export type Authorize = (
  request: HttpRequest,
  scopes: readonly string[],
) => Promise<{ readonly granted: Authorization } | { readonly refused: HttpResponse }>;

export function createAuthorize({ issuer, audience, keys }: JwtAuthorizer, clock: Clock): Authorize {
  const keySet = createLocalJWKSet(keys);

  const verify = async (token: string): Promise<JWTPayload> => {
    const options = { issuer, currentDate: new Date(clock.now()), algorithms: ['RS256', 'RS384', 'RS512'] };
    const { payload } = await jwtVerify(token, keySet, options);
    const [intended] = [payload.aud ?? payload.client_id].flat();
    if (!audience.includes(String(intended)))
      throw new errors.JWTInvalid('the token does not have a valid audience');
    return payload;
  };

  return async (request, scopes) => {
    const token = header(request, 'authorization')?.replace(/^Bearer /i, '');
    if (!token) return { refused: unauthorized('Bearer') };
    try {
      const payload = await verify(token);
      const held = String(payload.scope ?? payload.scp ?? '').split(' ');
      if (scopes.length > 0 && !scopes.some(scope => held.includes(scope)))
        return { refused: forbidden(scopes) };
      return { granted: { claims: asStrings(payload), scopes: scopes.length > 0 ? scopes : null } };
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      const description = reasonFor(error);
      return {
        refused: unauthorized(`Bearer scope="" error="invalid_token" error_description="${description}"`),
      };
    }
  };
}

const unauthorized = (challenge: string) =>
  jsonResponse(401, { message: 'Unauthorized' }, { 'www-authenticate': [challenge] });

const forbidden = (scopes: readonly string[]) =>
  jsonResponse(
    403,
    { message: 'Forbidden' },
    { 'www-authenticate': [`Bearer scope="${scopes.join(' ')}" error="insufficient_scope"`] },
  );

const reasonFor = (error: Error): string =>
  error instanceof errors.JWTExpired ? 'the token has expired' : error.message.replaceAll('"', "'");

const asStrings = (payload: JWTPayload): Record<string, string> =>
  Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, asString(value)]));

/** Lists come as `[one two]`, objects as JSON. */
function asString(value: unknown): string {
  if (Array.isArray(value)) return `[${value.join(' ')}]`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Cognito's wire: JSON 1.1 operations by target, and each pool's public keys. */
import { CognitoError } from 'cognito-local/lib/errors.js';
import type { Answer, Call, Handler } from '../http.ts';
import { operate } from './operations.ts';
import { issuerOf } from './tokens.ts';
import type { World } from './world.ts';

/** Operations run one after another: cognito-local reads and writes users in several steps. */
export function createApi(world: World): Handler {
  let last: Promise<unknown> = Promise.resolve();
  return call => {
    if (call.method === 'GET') return Promise.resolve(wellKnown(world, call.url));
    const answer = last.then(() => perform(world, call));
    last = answer.catch(() => undefined);
    return answer;
  };
}

async function perform(world: World, call: Call): Promise<Answer> {
  const [, name = ''] = String(call.headers['x-amz-target']).split('AWSCognitoIdentityProviderService.');
  try {
    const request = JSON.parse(call.body.toString() || '{}') as object;
    return { status: 200, headers: json, body: serialise(await operate(world, name, request)) };
  } catch (error) {
    if (error instanceof SyntaxError) return refused('SerializationException', 'The body is not JSON.');
    if (error instanceof CognitoError) return refused(String(error.code), error.message);
    throw error;
  }
}

const json = { 'content-type': 'application/x-amz-json-1.1' };

function refused(exception: string, message: string): Answer {
  return {
    status: 400,
    headers: { ...json, 'x-amzn-errortype': `${exception}:` },
    body: JSON.stringify({ __type: exception, message }),
  };
}

/** Times are seconds since 1970 on this wire. */
function serialise(output: object): string {
  return JSON.stringify(output, function (this: Record<string, unknown>, key: string, value: unknown) {
    const original = this[key];
    return original instanceof Date ? original.getTime() / 1_000 : value;
  });
}

function wellKnown(world: World, url: string): Answer {
  const [, poolId, document] = /^\/([^/]+)\/\.well-known\/(jwks|openid-configuration)/.exec(url) ?? [];
  if (poolId === undefined) return { status: 404, headers: json, body: '{"message":"Not found"}' };
  const body =
    document === 'jwks'
      ? world.signer.jwks
      : {
          issuer: issuerOf(world, poolId),
          jwks_uri: `${issuerOf(world, poolId)}/.well-known/jwks.json`,
          id_token_signing_alg_values_supported: ['RS256'],
        };
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/**
 * Cognito user pools: cognito-local's stores and a few of its operations, composed here in memory, with everything
 * around signing in rewritten beside them to behave as the API reference says (`cognito/operations.ts` lists it all).
 */
import type { JWK } from 'jose';
import type { ClientProperties } from './cognito/clients.ts';
import type { PoolProperties } from './cognito/pools.ts';
import type { Sms } from './cognito/world.ts';
import { type Handler, type LocalServer, serve } from './http.ts';
import { arn, defaultPlace, type Place } from './place.ts';

export type CognitoOptions = {
  readonly port: number;
  /** The time by which tokens, sessions and temporary passwords age. */
  readonly clock: () => Date;
  readonly place?: Place;
  /** What tokens' `iss` begins with, before `/<pool id>`. AWS's own by default, so that templates' issuers fit. */
  readonly issuerOrigin?: string;
  /** Told every text message, before the call that sends it is answered. */
  readonly onSms?: (sms: Sms) => void | Promise<void>;
};

export type CognitoServer = LocalServer & {
  readonly handler: Handler;
  /** The keys that sign tokens, of every pool: what `<endpoint>/<pool id>/.well-known/jwks.json` serves. */
  readonly jwks: { readonly keys: readonly JWK[] };
  /** Makes a pool from `AWS::Cognito::UserPool`'s properties. `issuer` is what its tokens carry as `iss`. */
  createUserPool(properties: PoolProperties): Promise<{ id: string; arn: string; issuer: string }>;
  /** Makes an app client from `AWS::Cognito::UserPoolClient`'s properties. */
  createUserPoolClient(properties: ClientProperties): Promise<{ id: string }>;
};

export async function startCognito(options: CognitoOptions): Promise<CognitoServer> {
  const { createCognito } = await import('./cognito/compose.ts');
  const place = options.place ?? defaultPlace;
  const issuerOrigin = options.issuerOrigin ?? `https://cognito-idp.${place.region}.amazonaws.com`;
  const { world, handler, createPool, createClient } = await createCognito({
    place,
    issuerOrigin,
    clock: options.clock,
    sendSms: async sms => options.onSms?.(sms),
  });
  const server = await serve(handler, options.port, 'Cognito');
  return {
    ...server,
    handler,
    jwks: world.signer.jwks,
    async createUserPool(properties) {
      const { Id: id } = await createPool(world, properties);
      return { id, arn: arn(place, 'cognito-idp', `userpool/${id}`), issuer: `${issuerOrigin}/${id}` };
    },
    async createUserPoolClient(properties) {
      return { id: (await createClient(world, properties)).ClientId };
    },
  };
}

/** Cognito user pools and their app clients; the local Cognito reads the template's properties itself. */
import * as z from 'zod/mini';
import type { ClientProperties } from '../servers/cognito/clients.ts';
import type { PoolProperties } from '../servers/cognito/pools.ts';
import { type Created, creator } from '../template/deploy.ts';
import { isObject } from '../template/intrinsics.ts';
import type { Services } from './services.ts';

const UserPool = z.custom<PoolProperties>(isObject);

export const userPool = ({ servers: { cognito } }: Services) =>
  creator(UserPool, async (properties): Promise<Created> => {
    const { id, arn, issuer } = await cognito.createUserPool(properties);
    const ProviderName = issuer.replace('https://', '');
    return { ref: id, attributes: { Arn: arn, UserPoolId: id, ProviderURL: issuer, ProviderName } };
  });

const Client = z.custom<ClientProperties>(value => isObject(value) && typeof value.UserPoolId === 'string');

export const userPoolClient = ({ servers: { cognito } }: Services) =>
  creator(Client, async (properties): Promise<Created> => {
    const { id } = await cognito.createUserPoolClient(properties);
    return { ref: id, attributes: { ClientId: id } };
  });

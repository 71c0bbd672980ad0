/** From a call to what it needs, by its service. */
import type { Call } from '../servers/http.ts';
import { mapCognito } from './actions/cognito.ts';
import { mapDynamoDb } from './actions/dynamodb.ts';
import { mapEvents } from './actions/events.ts';
import { mapS3 } from './actions/s3.ts';
import { mapSes } from './actions/ses.ts';
import { mapSqs } from './actions/sqs.ts';
import type { Mapped, MapWorld } from './needs.ts';

/** The services that the gate serves, by their signing names. */
const services = ['dynamodb', 'cognito-idp', 'ses', 'sqs', 's3', 'events'] as const;
export type Service = (typeof services)[number];

export function isServed(service: string | undefined): service is Service {
  return services.some(served => served === service);
}

/** What a call needs. Nothing that is not known here is let pass: `needs` is then undefined. */
export async function mapCall(service: Service, call: Call, world: MapWorld): Promise<Mapped> {
  if (service === 'ses') return mapSes(call, world);
  if (service === 's3') return mapS3(call);
  const { api, operation } = targetOf(call);
  const input = JSON.parse(call.body.toString() || '{}') as object;
  if (service === 'cognito-idp') return mapCognito(operation, input, world);
  if (service === 'sqs') return mapSqs(operation, input, world);
  if (service === 'events') return mapEvents(operation, input, world);
  if (!api.startsWith('DynamoDB_')) return { operation: `${api}.${operation}`, needs: undefined };
  return mapDynamoDb(operation, input, world);
}

/** `X-Amz-Target: DynamoDB_20120810.GetItem` */
export function targetOf({ headers }: Call): { api: string; operation: string } {
  const [api = '', operation = ''] = String(headers['x-amz-target']).split('.');
  return { api, operation };
}

/** Everything that resources of the template are made in. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Clock } from '../clock.ts';
import type { Distributions } from '../runtime/cdn/distributions.ts';
import type { EventBuses } from '../runtime/event-buses.ts';
import type { HttpApis } from '../runtime/gateway/http-apis.ts';
import type { FunctionDefinition, Lambda } from '../runtime/lambda.ts';
import type { QueueMapping } from '../runtime/queue-mapping.ts';
import type { Schedules } from '../runtime/schedules.ts';
import type { StreamMapping } from '../runtime/stream-mapping.ts';
import type { CognitoServer } from '../servers/cognito.ts';
import type { MailServer } from '../servers/mail.ts';
import type { CorsRule } from '../servers/s3-cors.ts';
import type { Assembly } from '../template/assembly.ts';
import type { Roles } from './roles.ts';

export type Services = {
  readonly assembly: Assembly;
  readonly clock: Clock;
  readonly dynamodb: DynamoDBClient;
  readonly sqs: SQSClient;
  readonly s3: S3Client;
  readonly lambda: Lambda;
  readonly roles: Roles;
  readonly buses: EventBuses;
  readonly schedules: Schedules;
  readonly httpApis: HttpApis;
  readonly distributions: Distributions;
  readonly cognito: Pick<CognitoServer, 'createUserPool' | 'createUserPoolClient'>;
  readonly mail: Pick<MailServer, 'verifyIdentity' | 'defineConfigurationSet'>;
  /** An SSM parameter's value, by its name. */
  readonly parameters: Map<string, string>;
  /** Where a stream is on this machine, by its ARN. */
  readonly localStreams: Map<string, string>;
  readonly setCors: (bucket: string, rules: readonly CorsRule[]) => void;
  readonly startQueueMapping: (mapping: QueueMapping) => void;
  readonly startStreamMapping: (mapping: StreamMapping) => void;
  /** Throws when a function's role does not allow an action. */
  readonly requirePermission: (
    definition: FunctionDefinition,
    action: string,
    resource: string,
  ) => Promise<void>;
  /** Puts the machine's own addresses in the place of AWS's public ones. */
  readonly localAddresses: (value: string) => string;
};

/** What feeds a Lambda: a queue, or a table's stream. */
import { GetQueueAttributesCommand, GetQueueUrlCommand } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';
import { failure } from '../failure.ts';
import { evaluate } from '../iam/policies.ts';
import { principalOf } from '../runtime/function-role.ts';
import type { FunctionDefinition } from '../runtime/lambda.ts';
import { type Created, creator } from '../template/deploy.ts';
import { boolean, ignored, number, tags } from './properties.ts';
import type { Services } from './services.ts';

const Mapping = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.optional(number),
  Enabled: z._default(boolean, true),
  FunctionResponseTypes: z._default(z.array(z.literal('ReportBatchItemFailures')), []),
  StartingPosition: z._default(z.enum(['TRIM_HORIZON', 'LATEST']), 'LATEST'),
  BisectBatchOnFunctionError: z._default(boolean, false),
  MaximumRetryAttempts: z._default(number, -1),
  FilterCriteria: z.optional(z.object({ Filters: z.array(z.object({ Pattern: z.string() })) })),
  DestinationConfig: z.optional(z.object({ OnFailure: z.object({ Destination: z.string() }) })),
  MaximumBatchingWindowInSeconds: ignored('a batch starts as soon as there is something in it'),
  MaximumRecordAgeInSeconds: ignored('retries are counted, not timed'),
  ParallelizationFactor: ignored('shards are small here'),
  ScalingConfig: ignored('a function has a few threads here'),
  Tags: tags,
});
type Mapping = z.infer<typeof Mapping>;

export const eventSourceMapping = (services: Services) =>
  creator(Mapping, async (properties, position): Promise<Created> => {
    const created = { ref: position.logicalId, attributes: { Id: position.logicalId } };
    if (!properties.Enabled) return created;
    const [, , service = ''] = properties.EventSourceArn.split(':');
    const source = sources[service];
    if (source === undefined) throw failure(`${properties.EventSourceArn} cannot feed a Lambda here`);
    const definition = services.lambda.find(properties.FunctionName);
    // Lambda reads the source with the function's own role, and AWS makes no mapping that could not be read.
    for (const action of source.reads) {
      await requirePermission(definition, action, properties.EventSourceArn, services);
    }
    await source.start(properties, definition, services);
    return created;
  });

type Source = {
  readonly reads: readonly string[];
  start(properties: Mapping, definition: FunctionDefinition, services: Services): Promise<void> | void;
};

const sources: Record<string, Source> = {
  sqs: {
    reads: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    async start(properties, definition, services) {
      if (properties.FilterCriteria !== undefined) throw failure('Filters on a queue are not known here');
      const { url, visibilityTimeoutSeconds } = await lookUp(properties.EventSourceArn, services);
      requireTimeToFinish(visibilityTimeoutSeconds, definition);
      services.mappings.startQueue({
        queueArn: properties.EventSourceArn,
        queueUrl: url,
        visibilityTimeoutSeconds,
        functionArn: definition.arn,
        batchSize: properties.BatchSize ?? 10,
        reportsItems: properties.FunctionResponseTypes.length > 0,
      });
    },
  },
  dynamodb: {
    reads: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
    start(properties, definition, { localStreams, mappings }) {
      const localStreamArn = localStreams.get(properties.EventSourceArn);
      if (localStreamArn === undefined) {
        throw failure(`${properties.EventSourceArn} is no stream of this account`);
      }
      mappings.startStream({
        streamArn: properties.EventSourceArn,
        localStreamArn,
        functionArn: definition.arn,
        batchSize: properties.BatchSize ?? 100,
        startingPosition: properties.StartingPosition,
        reportsItems: properties.FunctionResponseTypes.length > 0,
        bisects: properties.BisectBatchOnFunctionError,
        maximumRetries: properties.MaximumRetryAttempts,
        filters: (properties.FilterCriteria?.Filters ?? []).map(({ Pattern }) => JSON.parse(Pattern)),
        onFailure: properties.DestinationConfig?.OnFailure.Destination,
      });
    },
  },
};

async function lookUp(queueArn: string, { clients: { sqs } }: Services) {
  const { QueueUrl = '' } = await sqs.send(new GetQueueUrlCommand({ QueueName: queueArn.split(':').at(-1) }));
  const question = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['VisibilityTimeout'] });
  const { Attributes } = await sqs.send(question);
  return { url: QueueUrl, visibilityTimeoutSeconds: Number(Attributes?.VisibilityTimeout) };
}

function requireTimeToFinish(
  visibilityTimeoutSeconds: number,
  { name, timeoutSeconds }: FunctionDefinition,
): void {
  if (visibilityTimeoutSeconds >= timeoutSeconds) return;
  const [hidden, runs] = [`${visibilityTimeoutSeconds} s`, `${timeoutSeconds} s`];
  throw failure(`AWS refuses a queue that hides a message for ${hidden} while ${name} may run for ${runs}`);
}

async function requirePermission(
  definition: FunctionDefinition,
  action: string,
  resource: string,
  { roles }: Services,
): Promise<void> {
  const verdict = await evaluate(principalOf(definition, roles), { action, resource, context: {} });
  if (verdict !== 'Allowed')
    throw failure(`the role of ${definition.name} does not allow ${action} on ${resource}`);
}

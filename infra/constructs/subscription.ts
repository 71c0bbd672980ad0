/** One subscriber: the rule that picks its events from the bus, its queue and dead-letter queue, and its Lambda. */
import { CfnOutput, Duration } from 'aws-cdk-lib';
import { type EventPattern, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Needs } from '../../shared/contract/needs.ts';
import { BundledLambda } from './bundled-lambda.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { subscriberEnvironment } from './environment.ts';
import type { World } from './world.ts';

type SubscriptionProps = {
  readonly name: string;
  readonly needs: Needs;
  readonly timeoutSeconds?: number;
  readonly together?: boolean;
  readonly bus: IEventBus;
  readonly pattern: EventPattern;
  readonly alarms: ITopic | undefined;
  readonly world: World;
};

/** Also how long a failed item waits for its next try, six times over: so it is short, where nothing else is said. */
const usualSeconds = 15;

export class Subscription extends Construct {
  constructor(scope: Construct, id: string, props: SubscriptionProps) {
    super(scope, id);
    const environment = subscriberEnvironment[props.name]?.(props.world);
    const { name, needs, timeoutSeconds = usualSeconds, bus, pattern, alarms, world } = props;
    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', { alarms });
    const queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // AWS asks for six timeouts, so that no batch is handed out again while it is still worked on.
      visibilityTimeout: Duration.seconds(6 * timeoutSeconds),
      // A quarter of an hour of tries: most outages are over by then.
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: 10 },
    });
    new Rule(this, 'Rule', {
      eventBus: bus,
      eventPattern: pattern,
      targets: [new SqsQueue(queue, { deadLetterQueue: deadLetters })],
    });
    const lambda = new BundledLambda(this, 'Lambda', { name, needs, timeoutSeconds, environment, world });
    // Few at a time: a flood of events is to wait here, not to run into the limits of SES and Cognito.
    lambda.addEventSource(
      new SqsEventSource(queue, {
        // What takes long is handed over one by one: each has the whole time, and the whole Lambda.
        batchSize: props.timeoutSeconds === undefined ? 10 : 1,
        // Where they add up, several would be in each other's way; AWS takes no fewer than two.
        maxConcurrency: props.together ? 2 : 5,
        reportBatchItemFailures: true,
      }),
    );
    new CfnOutput(this, 'DeadLetterQueueArn', {
      value: deadLetters.queueArn,
      description: `What ${name} gave up on`,
    });
  }
}

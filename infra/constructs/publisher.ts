/** Carries each event from the events table's stream to the bus. */
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { acceptRisks } from './accept.ts';
import { BundledLambda } from './bundled-lambda.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { World } from './world.ts';

type PublisherProps = { readonly alarms: ITopic | undefined; readonly world: World };

export class Publisher extends Construct {
  constructor(scope: Construct, id: string, { alarms, world }: PublisherProps) {
    super(scope, id);
    const needs = ['events:publish'] as const;
    const lambda = new BundledLambda(this, 'Lambda', { name: 'publish', needs, timeoutSeconds: 30, world });
    lambda.addEventSource(
      new DynamoEventSource(world.data.events, {
        // From the oldest: nothing that happened before the first deployment ended may be lost.
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        reportBatchItemFailures: true,
        // A record that cannot be published is parted from the others and set aside; they go on.
        bisectBatchOnError: true,
        retryAttempts: 10,
        onFailure: new SqsDlq(new DeadLetterQueue(this, 'DeadLetters', { alarms })),
      }),
    );
    acceptRisks(this, {
      'IAM5[Resource::*]': 'dynamodb:ListStreams, which the stream’s poller needs, knows no resource.',
    });
  }
}

/** What follows a table's stream: its Lambda, fed in order, and a dead-letter queue for records that never came through. */
import { FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { type FollowerName, followers } from '../../shared/contract/followers.ts';
import { acceptRisks } from './accept.ts';
import { BundledLambda } from './bundled-lambda.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { World } from './world.ts';

type FollowerProps = {
  readonly name: FollowerName;
  readonly alarms: ITopic | undefined;
  readonly world: World;
};

export class Follower extends Construct {
  constructor(scope: Construct, id: string, { name, alarms, world }: FollowerProps) {
    super(scope, id);
    const follower = followers[name];
    const { follows, needs } = follower;
    const lambda = new BundledLambda(this, 'Lambda', { name, needs, timeoutSeconds: 60, world });
    lambda.addEventSource(
      new DynamoEventSource(world.data[follows], {
        // From the oldest: nothing that happened before the first deployment ended may be lost.
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        reportBatchItemFailures: true,
        // A record that cannot be worked on is parted from the others and set aside; they go on.
        bisectBatchOnError: true,
        retryAttempts: 10,
        ...('entity' in follower && { filters: changesOf(follower.entity) }),
        onFailure: new SqsDlq(new DeadLetterQueue(this, 'DeadLetters', { alarms })),
      }),
    );
    acceptRisks(this, {
      'IAM5[Resource::*]': 'dynamodb:ListStreams, which the stream’s poller needs, knows no resource.',
    });
  }
}

/** Records of one entity alone, so that the Lambda sleeps while others change. */
function changesOf(entity: string) {
  const image = (name: string) => FilterCriteria.filter({ dynamodb: { [name]: { type: { S: [entity] } } } });
  return [image('NewImage'), image('OldImage')];
}

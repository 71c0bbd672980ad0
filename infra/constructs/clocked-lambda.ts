/** What runs by the clock: a schedule, its Lambda, and a dead-letter queue for runs that never came through. */
import { Duration } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Needs } from '../../shared/contract/needs.ts';
import { BundledLambda } from './bundled-lambda.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { World } from './world.ts';

type ClockedLambdaProps = {
  readonly name: string;
  readonly everyMinutes: number;
  readonly needs: Needs;
  readonly alarms: ITopic | undefined;
  readonly world: World;
};

export class ClockedLambda extends Construct {
  constructor(scope: Construct, id: string, props: ClockedLambdaProps) {
    super(scope, id);
    const { name, everyMinutes, needs, alarms, world } = props;
    const lambda = new BundledLambda(this, 'Lambda', { name, needs, timeoutSeconds: 60, world });
    new Schedule(this, 'Schedule', {
      description: name,
      schedule: ScheduleExpression.rate(Duration.minutes(everyMinutes)),
      target: new LambdaInvoke(lambda, {
        deadLetterQueue: new DeadLetterQueue(this, 'DeadLetters', { alarms }),
        // The next run does what this one could not: a late one is of no use.
        maxEventAge: Duration.minutes(everyMinutes),
        retryAttempts: 2,
      }),
    });
  }
}

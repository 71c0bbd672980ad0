/** What runs by the clock: a schedule, its Lambda, and a dead-letter queue for runs that never came through. */
import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Needs } from '../../shared/contract/needs.ts';
import { BundledLambda } from './bundled-lambda.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { World } from './world.ts';

type ClockedLambdaProps = {
  readonly name: string;
  readonly everyMinutes: number;
  readonly timeoutSeconds?: number;
  readonly needs: Needs;
  readonly alarms: ITopic | undefined;
  readonly world: World;
};

export class ClockedLambda extends Construct {
  constructor(scope: Construct, id: string, props: ClockedLambdaProps) {
    super(scope, id);
    const { name, everyMinutes, timeoutSeconds = 60, needs, alarms, world } = props;
    const lambda = new BundledLambda(this, 'Lambda', { name, needs, timeoutSeconds, world });
    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', { alarms });
    const role = this.schedulersRole(lambda.functionArn);
    deadLetters.grantSendMessages(role);
    const interval = Duration.minutes(everyMinutes);
    new CfnSchedule(this, 'Schedule', {
      description: name,
      scheduleExpression: ScheduleExpression.rate(interval).expressionString,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: lambda.functionArn,
        roleArn: role.roleArn,
        deadLetterConfig: { arn: deadLetters.queueArn },
        // The next run does what this one could not: a late one is of no use.
        retryPolicy: { maximumEventAgeInSeconds: interval.toSeconds(), maximumRetryAttempts: 2 },
      },
    });
  }

  /** May invoke this one function; the CDK's own target would open its versions too. */
  private schedulersRole(functionArn: string): Role {
    const conditions = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', { conditions }),
    });
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }));
    return role;
  }
}

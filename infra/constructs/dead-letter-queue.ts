/** Where what failed for good waits to be looked at, with an alarm for the first message in it. */
import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acceptRisks } from './accept.ts';

type DeadLetterQueueProps = {
  /** Who is told; without, the alarm shows in CloudWatch alone. */
  readonly alarms: ITopic | undefined;
};

export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string, { alarms }: DeadLetterQueueProps) {
    super(scope, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // As long as there is: two weeks to notice, mend and redrive.
      retentionPeriod: Duration.days(14),
    });
    acceptRisks(this, { SQS3: 'This is the dead-letter queue.' });
    const alarm = this.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(1),
      statistic: 'Maximum',
    }).createAlarm(this, 'Alarm', {
      alarmDescription:
        'Something failed for good and waits in a dead-letter queue: docs/operations.md says what to do',
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (alarms !== undefined) alarm.addAlarmAction(new SnsAction(alarms));
  }
}

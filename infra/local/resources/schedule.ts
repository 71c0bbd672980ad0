/** EventBridge Scheduler's schedules. */
import * as z from 'zod/mini';
import { failure } from '../failure.ts';
import { type Created, creator } from '../template/deploy.ts';
import { arnOf, encryption, ignored, physicalName, tags } from './properties.ts';
import type { Services } from './services.ts';

const Schedule = z.strictObject({
  Name: z.optional(z.string()),
  GroupName: z._default(z.string(), 'default'),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.optional(z.enum(['UTC', 'Etc/UTC'])),
  State: z._default(z.enum(['ENABLED', 'DISABLED']), 'ENABLED'),
  FlexibleTimeWindow: z.object({ Mode: z.literal('OFF') }),
  Target: z.strictObject({
    Arn: z.string(),
    RoleArn: z.string(),
    Input: z.optional(z.string()),
    RetryPolicy: ignored('a run that fails is told of at once'),
    DeadLetterConfig: ignored('a run that fails is told of at once'),
  }),
  Description: z.optional(z.string()),
  KmsKeyArn: encryption,
});

export const schedule = ({ schedules }: Services) =>
  creator(Schedule, (properties, position): Created => {
    const { Name, GroupName, ScheduleExpression: expression, Target, Description } = properties;
    if (GroupName !== 'default') throw failure('Groups of schedules are not known here');
    const name = Name ?? physicalName(position, 64);
    const arn = arnOf(position, 'scheduler', `schedule/${GroupName}/${name}`);
    if (properties.State === 'ENABLED') {
      const target = { targetArn: Target.Arn, input: Target.Input };
      schedules.add({
        name,
        label: Description ?? name,
        arn,
        expression,
        ...target,
        source: 'aws.scheduler',
      });
    }
    return { ref: name, attributes: { Arn: arn } };
  });

const Group = z.strictObject({ Name: z.string(), Tags: tags });

export const scheduleGroup = () =>
  creator(Group, ({ Name }, position): Created => {
    return { ref: Name, attributes: { Arn: arnOf(position, 'scheduler', `schedule-group/${Name}`) } };
  });

/** The tables of subscribers, schedules and tasks against the templates, one by one. */
import { expect, test } from 'vitest';
import { deploymentTasks, schedules } from '../../shared/contract/schedules.ts';
import { type SubscriberName, subscribers } from '../../shared/contract/subscribers.ts';
import { asDelivered, type Resource, referred, synthesised, withEverything } from './synthesised.ts';

const { data, events, deployment } = synthesised(asDelivered);

/** The entry whose property says so. */
function found(resources: Record<string, Resource>, says: (properties: Resource['Properties']) => boolean) {
  const [entry, ...others] = Object.entries(resources).filter(([, { Properties }]) => says(Properties));
  expect(others).toEqual([]);
  return { id: entry?.[0] ?? 'not found', properties: entry?.[1].Properties ?? {} };
}

const lambdaOf = (name: string) =>
  found(events.resources('AWS::Lambda::Function'), ({ Description }) => Description === name);

const mappingOf = (lambda: string) =>
  found(
    events.resources('AWS::Lambda::EventSourceMapping'),
    ({ FunctionName }) => referred(FunctionName) === lambda,
  );

const queue = (id: string) => events.resources('AWS::SQS::Queue')[id]?.Properties;

test.each(Object.keys(subscribers) as SubscriberName[])(
  '%s has its rule, queue, dead-letter queue and Lambda',
  name => {
    const lambda = lambdaOf(name);
    const mapping = mappingOf(lambda.id).properties;
    const subscriber = subscribers[name];
    const timeout = 'timeoutSeconds' in subscriber ? subscriber.timeoutSeconds : 15;
    expect(lambda.properties.Timeout).toBe(timeout);
    expect(mapping).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BatchSize: timeout > 15 ? 1 : 10,
    });
    const atOnce = 'together' in subscriber ? 2 : 5;
    expect(mapping.ScalingConfig).toEqual({ MaximumConcurrency: atOnce });

    const queueId = referred(mapping.EventSourceArn);
    expect(queue(queueId)?.SqsManagedSseEnabled).toBe(true);
    expect(Number(queue(queueId)?.VisibilityTimeout)).toBeGreaterThanOrEqual(
      6 * Number(lambda.properties.Timeout),
    );
    expect(queue(referred(queue(queueId)?.RedrivePolicy))).toBeDefined();

    const { properties } = found(
      events.resources('AWS::Events::Rule'),
      ({ Targets }) => referred(Targets) === queueId,
    );
    if ('listensTo' in subscriber) {
      expect(properties.EventPattern).toEqual({ source: ['tenantry'], 'detail-type': subscriber.listensTo });
      expect(JSON.stringify(properties.EventBusName)).toContain(
        Object.keys(data.resources('AWS::Events::EventBus'))[0],
      );
    } else {
      expect(properties.EventPattern).toMatchObject({ source: ['aws.ses'] });
      expect(properties.EventBusName).toBe('default');
    }
  },
);

test.each(Object.entries(schedules))('%s runs by the clock', (name, schedule) => {
  const { everyMinutes } = schedule;
  const { properties } = found(
    events.resources('AWS::Scheduler::Schedule'),
    ({ Description }) => Description === name,
  );
  const rate = everyMinutes === 60 ? '1 hour' : `${everyMinutes} minutes`;
  expect(properties.ScheduleExpression).toBe(`rate(${rate})`);
  const timeout = 'timeoutSeconds' in schedule ? schedule.timeoutSeconds : 60;
  expect(lambdaOf(name).properties.Timeout).toBe(timeout);
  expect(properties.FlexibleTimeWindow).toEqual({ Mode: 'OFF' });
  expect(properties.Target).toMatchObject({ Arn: { 'Fn::GetAtt': [lambdaOf(name).id, 'Arn'] } });
  expect(properties.Target).toHaveProperty('DeadLetterConfig.Arn');
});

test('the stream’s records reach the bus, and those that cannot are set aside', () => {
  expect(mappingOf(lambdaOf('publish').id).properties).toMatchObject({
    StartingPosition: 'TRIM_HORIZON',
    BisectBatchOnFunctionError: true,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    DestinationConfig: {
      OnFailure: { Destination: { 'Fn::GetAtt': [expect.stringMatching('DeadLetters'), 'Arn'] } },
    },
  });
});

test('an alarm watches every dead-letter queue, and tells whoever is named', () => {
  const { events } = synthesised(withEverything);
  const deadLetters = Object.entries(events.resources('AWS::SQS::Queue')).filter(
    ([, { Properties }]) => !Properties.RedrivePolicy,
  );
  const alarms = Object.values(events.resources('AWS::CloudWatch::Alarm')).map(
    ({ Properties }) => Properties,
  );
  expect(alarms.map(({ Dimensions }) => referred(Dimensions)).sort()).toEqual(
    deadLetters.map(([id]) => id).sort(),
  );
  expect(alarms.filter(({ AlarmActions }) => AlarmActions === undefined)).toEqual([]);
});

test.each(Object.keys(deploymentTasks))('the deployment runs %s when all else stands', name => {
  const lambda = found(
    deployment.resources('AWS::Lambda::Function'),
    ({ Description }) => Description === name,
  );
  const version = found(
    deployment.resources('AWS::Lambda::Version'),
    ({ FunctionName }) => referred(FunctionName) === lambda.id,
  );
  const trigger = found(
    deployment.resources('Custom::Trigger'),
    ({ HandlerArn }) => referred(HandlerArn) === version.id,
  );
  expect(trigger.properties.ExecuteOnHandlerChange).toBe(true);

  expect(deployment.after).toEqual(expect.arrayContaining(['api', 'events']));
});

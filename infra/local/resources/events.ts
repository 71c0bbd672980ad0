/** Event buses and rules; a rule either waits for events or follows a schedule. */
import * as z from 'zod/mini';
import { failure } from '../failure.ts';
import { type Created, creator } from '../template/deploy.ts';
import { arnOf, encryption, ignored, physicalName, tags } from './properties.ts';
import type { Services } from './services.ts';

const Bus = z.strictObject({
  Name: z.string(),
  Description: ignored('for people'),
  DeadLetterConfig: ignored('a delivery here fails loudly'),
  KmsKeyIdentifier: encryption,
  LogConfig: ignored('no service logs here'),
  Tags: tags,
});

export const eventBus = ({ buses }: Services) =>
  creator(Bus, ({ Name }, position): Created => {
    buses.addBus(Name);
    return { ref: Name, attributes: { Name, Arn: arnOf(position, 'events', `event-bus/${Name}`) } };
  });

const Rule = z.strictObject({
  Name: z.optional(z.string()),
  EventBusName: z._default(z.string(), 'default'),
  EventPattern: z.optional(z.record(z.string(), z.unknown())),
  ScheduleExpression: z.optional(z.string()),
  State: z._default(z.enum(['ENABLED', 'DISABLED']), 'ENABLED'),
  Targets: z._default(
    z.array(
      z.strictObject({
        Id: z.string(),
        Arn: z.string(),
        Input: z.optional(z.string()),
        DeadLetterConfig: ignored('a delivery here fails loudly'),
        RetryPolicy: ignored('a delivery here fails loudly'),
      }),
    ),
    [],
  ),
  Description: ignored('for people'),
  Tags: tags,
});
type Rule = z.infer<typeof Rule>;

export const rule = (services: Services) =>
  creator(Rule, (properties, position): Created => {
    const name = properties.Name ?? physicalName(position, 64);
    const bus = properties.EventBusName.split('event-bus/').at(-1) ?? '';
    const path = bus === 'default' ? name : `${bus}/${name}`;
    const arn = arnOf(position, 'events', `rule/${path}`);
    if (properties.State === 'ENABLED') addRule(properties, name, arn, services);
    return { ref: path, attributes: { Arn: arn } };
  });

function addRule(properties: Rule, name: string, arn: string, { buses, schedules }: Services): void {
  const { EventPattern, ScheduleExpression, Targets, EventBusName } = properties;
  if (EventPattern !== undefined) {
    if (Targets.some(target => target.Input !== undefined))
      throw failure('An Input for matched events is not known here');
    buses.addRule({
      name,
      bus: EventBusName,
      pattern: EventPattern,
      targets: Targets.map(target => target.Arn),
    });
  }
  if (ScheduleExpression === undefined) return;
  for (const { Arn: targetArn, Input: input } of Targets) {
    schedules.add({
      name,
      label: name,
      arn,
      expression: ScheduleExpression,
      targetArn,
      input,
      source: 'aws.events',
    });
  }
}

/** What follows from what happened, and what happens by the clock: table → stream → bus → queue → subscriber. */
import { Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus, type EventPattern, type IEventBus } from 'aws-cdk-lib/aws-events';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { eventSource } from '../../shared/contract/events.ts';
import { type FollowerName, followers } from '../../shared/contract/followers.ts';
import type { Needs } from '../../shared/contract/needs.ts';
import { schedules } from '../../shared/contract/schedules.ts';
import { type SubscriberName, subscribers } from '../../shared/contract/subscribers.ts';
import { pascalCase } from '../constructs/bundled-lambda.ts';
import { ClockedLambda } from '../constructs/clocked-lambda.ts';
import { Follower } from '../constructs/follower.ts';
import { Subscription } from '../constructs/subscription.ts';
import type { World } from '../constructs/world.ts';

type Subscriber = (typeof subscribers)[SubscriberName];

export class EventsStack extends Stack {
  constructor(scope: Construct, id: string, { world, ...props }: StackProps & { readonly world: World }) {
    super(scope, id, props);
    const alarms = this.alarmTopic(world.settings.alarmEmail);
    for (const name of Object.keys(followers) as FollowerName[]) {
      new Follower(this, pascalCase(name), { name, alarms, world });
    }
    const defaultBus = EventBus.fromEventBusName(this, 'DefaultBus', 'default');
    for (const [name, subscriber] of Object.entries(subscribers)) {
      const heard = whatIsHeard(subscriber, world, defaultBus);
      const facts: { needs: Needs; timeoutSeconds?: number; together?: true } = subscriber;
      const { needs, timeoutSeconds, together } = facts;
      const how = { name, needs, timeoutSeconds, together };
      new Subscription(this, pascalCase(name), { ...how, alarms, world, ...heard });
    }
    for (const [name, schedule] of Object.entries(schedules)) {
      new ClockedLambda(this, pascalCase(name), { name, alarms, world, ...schedule });
    }
  }

  private alarmTopic(alarmEmail: string | undefined): ITopic | undefined {
    if (alarmEmail === undefined) return undefined;
    const topic = new Topic(this, 'Alarms', { enforceSSL: true });
    topic.addSubscription(new EmailSubscription(alarmEmail));
    return topic;
  }
}

/** SES reports on the account's default bus; of its reports only those on our own mails are ours to read. */
function whatIsHeard(
  subscriber: Subscriber,
  { data, mail }: World,
  defaultBus: IEventBus,
): { bus: IEventBus; pattern: EventPattern } {
  if ('listensTo' in subscriber) {
    return { bus: data.bus, pattern: { source: [eventSource], detailType: [...subscriber.listensTo] } };
  }
  const ours = { 'ses:configuration-set': [mail.configurationSet.configurationSetName] };
  return { bus: defaultBus, pattern: { source: ['aws.ses'], detail: { mail: { tags: ours } } } };
}

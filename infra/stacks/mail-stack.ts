/** Whom mails come from, and what becomes of them: SES reports each delivery, bounce and complaint. */
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import type { World } from '../constructs/world.ts';
import type { Settings } from '../settings.ts';

export class MailStack extends Stack {
  readonly mail: World['mail'];

  constructor(
    scope: Construct,
    id: string,
    { settings, ...props }: StackProps & { readonly settings: Settings },
  ) {
    super(scope, id, props);
    const { mailDomain, mailFrom } = settings;
    const configurationSet = new ConfigurationSet(this, 'Reported', { reputationMetrics: true });
    configurationSet.addEventDestination('DefaultBus', {
      // SES speaks to no other bus.
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Default', 'default')),
      events: [
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
      ],
    });
    const sender = new EmailIdentity(this, 'Sender', {
      identity: mailDomain === undefined ? Identity.email(mailFrom) : Identity.domain(mailDomain),
    });
    if (mailDomain !== undefined) this.tellDnsRecords(sender);
    this.mail = { sender, configurationSet };
  }

  /** The CNAME records that prove the domain and sign its mail (DKIM). */
  private tellDnsRecords(sender: EmailIdentity): void {
    sender.dkimRecords.forEach(({ name, value }, index) => {
      new CfnOutput(this, `DkimRecord${index + 1}`, { value: `${name} CNAME ${value}` });
    });
  }
}

/** SES: who may send, and where news of what was sent goes. */
import * as z from 'zod/mini';
import { type Created, creator } from '../template/deploy.ts';
import { boolean, ignored, physicalName, tags } from './properties.ts';
import type { Services } from './services.ts';

const dns = ignored('no name is looked up here');

const Identity = z.strictObject({
  EmailIdentity: z.string(),
  ConfigurationSetAttributes: z.optional(z.never('name the configuration set where mail is sent instead')),
  DkimAttributes: dns,
  DkimSigningAttributes: dns,
  MailFromAttributes: dns,
  FeedbackAttributes: ignored('bounces are told as events'),
  Tags: tags,
});

/** Verified at once: here it belongs to whoever starts the local cloud. */
export const emailIdentity = ({ servers: { mail } }: Services) =>
  creator(Identity, ({ EmailIdentity }): Created => {
    mail.verifyIdentity(EmailIdentity);
    const tokens = [1, 2, 3].flatMap(index => [
      [`DkimDNSTokenName${index}`, `token${index}._domainkey.${EmailIdentity}`],
      [`DkimDNSTokenValue${index}`, `token${index}.dkim.amazonses.com`],
    ]);
    return { ref: EmailIdentity, attributes: Object.fromEntries(tokens) };
  });

const ConfigurationSet = z.strictObject({
  Name: z.optional(z.string()),
  DeliveryOptions: ignored('mails go no further than the mailbox'),
  ReputationOptions: ignored('mails go no further than the mailbox'),
  SendingOptions: ignored('mails go no further than the mailbox'),
  SuppressionOptions: ignored('nothing here bounces twice'),
  TrackingOptions: ignored('mails are not tracked'),
  VdmOptions: ignored('no metrics here'),
  ArchivingOptions: ignored('nothing here outlives the process'),
  Tags: tags,
});

export const configurationSet = ({ servers: { mail } }: Services) =>
  creator(ConfigurationSet, ({ Name }, position): Created => {
    const name = Name ?? physicalName(position, 64);
    mail.defineConfigurationSet(name, []);
    return { ref: name };
  });

const Destination = z.strictObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.strictObject({
    Name: z.optional(z.string()),
    Enabled: z._default(boolean, true),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.object({ EventBusArn: z.string() }),
  }),
});

export const eventDestination = ({ servers: { mail } }: Services) =>
  creator(Destination, ({ ConfigurationSetName, EventDestination }, position): Created => {
    const { Enabled, MatchingEventTypes } = EventDestination;
    if (Enabled) mail.defineConfigurationSet(ConfigurationSetName, MatchingEventTypes);
    return { ref: position.logicalId };
  });

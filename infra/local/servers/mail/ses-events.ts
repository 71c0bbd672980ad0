/**
 * The events that SES publishes to EventBridge for one message, in their order. Names and fields are those of
 * "Contents of event data that Amazon SES publishes" and of the EventBridge events reference for SES.
 */
import { randomUUID } from 'node:crypto';
import { arn, type Place } from '../place.ts';
import { addressOf, type Outgoing } from './outgoing.ts';

export type SesEvent = {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: 'aws.ses';
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: {
    readonly eventType: SesEventType;
    readonly mail: object;
    readonly [part: string]: unknown;
  };
};

export type SesEventType = 'Send' | 'Delivery' | 'Bounce' | 'Complaint';

const detailTypes: { readonly [type in SesEventType]: string } = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
};

export type Sent = {
  readonly outgoing: Outgoing & { readonly configurationSet: string };
  readonly messageId: string;
  readonly identity: string;
  readonly at: Date;
  readonly place: Place;
};

/** What becomes of a message: sent, then delivered or bounced for each recipient, then perhaps complained about. */
export function eventsOf(sent: Sent): readonly SesEvent[] {
  const byFate = Map.groupBy(sent.outgoing.recipients, fateOf);
  const bounced = byFate.get('bounce') ?? [];
  const suppressed = byFate.get('suppressionlist') ?? [];
  const complained = byFate.get('complaint') ?? [];
  const delivered = [...(byFate.get('success') ?? []), ...complained];
  return [
    event(sent, 'Send', {}),
    ...(delivered.length > 0 ? [event(sent, 'Delivery', delivery(sent, delivered))] : []),
    ...(bounced.length > 0 ? [event(sent, 'Bounce', bounce(sent, bounced, unknownUser))] : []),
    ...(suppressed.length > 0 ? [event(sent, 'Bounce', bounce(sent, suppressed, onSuppressionList))] : []),
    ...(complained.length > 0 ? [event(sent, 'Complaint', complaint(sent, complained))] : []),
  ];
}

type Fate = 'success' | 'bounce' | 'complaint' | 'suppressionlist';

/** The SES mailbox simulator's addresses, with or without a +label; every other address is delivered to. */
function fateOf(recipient: string): Fate {
  const [, name] = /^([^+@]+)(?:\+[^@]*)?@simulator\.amazonses\.com$/.exec(addressOf(recipient)) ?? [];
  return name === 'bounce' || name === 'complaint' || name === 'suppressionlist' ? name : 'success';
}

function event(sent: Sent, type: SesEventType, part: object): SesEvent {
  const { configurationSet } = sent.outgoing;
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': detailTypes[type],
    source: 'aws.ses',
    account: sent.place.account,
    time: `${sent.at.toISOString().slice(0, 19)}Z`,
    region: sent.place.region,
    resources: [arn(sent.place, 'ses', `configuration-set/${configurationSet}`)],
    detail: { eventType: type, mail: mailObject(sent), [type.toLowerCase()]: part },
  };
}

function mailObject({ outgoing, messageId, identity, at, place }: Sent): object {
  const headers = { From: outgoing.source, To: outgoing.recipients.join(', '), Subject: outgoing.subject };
  const tags = {
    'ses:operation': 'SendEmail',
    'ses:configuration-set': outgoing.configurationSet,
    'ses:from-domain': addressOf(outgoing.source).split('@')[1] ?? '',
    'ses:source-ip': '127.0.0.1',
    ...outgoing.tags,
  };
  return {
    timestamp: at.toISOString(),
    source: outgoing.source,
    sourceArn: arn(place, 'ses', `identity/${identity}`),
    sendingAccountId: place.account,
    messageId,
    destination: outgoing.recipients,
    headersTruncated: false,
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    commonHeaders: {
      from: [outgoing.source],
      to: outgoing.recipients,
      messageId,
      subject: outgoing.subject,
    },
    tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
  };
}

function delivery({ at }: Sent, recipients: readonly string[]): object {
  return {
    timestamp: at.toISOString(),
    processingTimeMillis: 1,
    recipients,
    smtpResponse: '250 2.6.0 Message received',
    reportingMTA: 'mta.simulator.amazonses.com',
  };
}

const unknownUser = { subType: 'General', diagnosticCode: 'smtp; 550 5.1.1 user unknown' };
const onSuppressionList = {
  subType: 'Suppressed',
  diagnosticCode:
    'Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address.',
};

function bounce({ at }: Sent, recipients: readonly string[], reason: typeof unknownUser): object {
  return {
    bounceType: 'Permanent',
    bounceSubType: reason.subType,
    bouncedRecipients: recipients.map(emailAddress => ({
      emailAddress,
      action: 'failed',
      status: '5.1.1',
      diagnosticCode: reason.diagnosticCode,
    })),
    timestamp: at.toISOString(),
    feedbackId: randomUUID(),
    reportingMTA: 'dns; mta.simulator.amazonses.com',
  };
}

function complaint({ at }: Sent, recipients: readonly string[]): object {
  return {
    complainedRecipients: recipients.map(emailAddress => ({ emailAddress })),
    timestamp: at.toISOString(),
    feedbackId: randomUUID(),
    complaintSubType: null,
    userAgent: 'Amazon SES Mailbox Simulator',
    complaintFeedbackType: 'abuse',
    arrivalDate: at.toISOString(),
  };
}

/**
 * What SES itself decides about a send, and aws-ses-v2-local does not: the sender must be a verified identity, the
 * configuration set must exist, and its event destination hears what became of the message.
 */
import { type Answer, type Call, forward, type Handler } from '../http.ts';
import type { Place } from '../place.ts';
import { addressOf, type Outgoing, readOutgoing } from './outgoing.ts';
import { eventsOf, type SesEvent, type SesEventType } from './ses-events.ts';

export type Sending = {
  readonly handler: Handler;
  /** A domain or an address that mail may be sent from, and the configuration set it sends with unless told. */
  verifyIdentity(identity: string, configurationSet?: string): void;
  /** The verified identity that sends for an address: the address itself, or else its domain. */
  identityOf(address: string): string;
  /** A configuration set, and event types that it publishes besides those told before (`send`, `bounce`, …). */
  defineConfigurationSet(name: string, publishes?: readonly string[]): void;
};

type World = {
  readonly mailbox: string;
  readonly clock: () => Date;
  readonly place: Place;
  readonly publish: (event: SesEvent) => void;
};

export function createSending(world: World): Sending {
  const identities = new Map<string, string | undefined>();
  const configurationSets = new Map<string, Set<string>>();

  const identityOf = (mailbox: string) => {
    const address = addressOf(mailbox);
    return identities.has(address) ? address : (address.split('@')[1] ?? address);
  };

  const setOf = ({ configurationSet, source }: Outgoing) =>
    configurationSet ?? identities.get(identityOf(source));

  const refusal = (outgoing: Outgoing): Answer | undefined => {
    if (!identities.has(identityOf(outgoing.source))) return notVerified(outgoing, world.place);
    const configurationSet = setOf(outgoing);
    if (configurationSet === undefined || configurationSets.has(configurationSet)) return undefined;
    return noConfigurationSet(outgoing, configurationSet);
  };

  const publish = (outgoing: Outgoing, messageId: string) => {
    const configurationSet = setOf(outgoing);
    if (configurationSet === undefined) return;
    const wanted = configurationSets.get(configurationSet) ?? new Set();
    const events = eventsOf({
      outgoing: { ...outgoing, configurationSet },
      messageId,
      identity: identityOf(outgoing.source),
      at: world.clock(),
      place: world.place,
    });
    for (const event of events) {
      if (wanted.has(canonical(event.detail.eventType satisfies SesEventType))) world.publish(event);
    }
  };

  return {
    identityOf,
    verifyIdentity: (identity, configurationSet) => {
      identities.set(identity.toLowerCase(), configurationSet);
    },
    defineConfigurationSet: (name, publishes = []) => {
      const before = configurationSets.get(name) ?? [];
      configurationSets.set(name, new Set([...before, ...publishes.map(canonical)]));
    },
    async handler(call: Call) {
      const outgoing = readOutgoing(call);
      if (outgoing === undefined) return isUnknown(call) ? invalidAction : forward(call, world.mailbox);
      const refused = refusal(outgoing);
      if (refused !== undefined) return refused;
      const answer = await forward(call, world.mailbox);
      const messageId = messageIdIn(answer);
      // AWS answers the send first; what becomes of the message is known later.
      if (messageId !== undefined) setImmediate(publish, outgoing, messageId);
      return answer;
    },
  };
}

/** CloudFormation writes `send`, the API `SEND`, the event itself `Send`. */
function canonical(eventType: string): string {
  return eventType.replaceAll('_', '').toLowerCase();
}

function messageIdIn(answer: Answer): string | undefined {
  if (answer.status !== 200) return undefined;
  return /(?:<MessageId>|"MessageId":\s*")([^<"]+)/.exec(answer.body.toString())?.[1];
}

function notVerified(outgoing: Outgoing, place: Place): Answer {
  const where = place.region.toUpperCase();
  const message =
    'Email address is not verified. The following identities failed the check in region ' +
    `${where}: ${outgoing.source}`;
  return refused(outgoing, 'MessageRejected', message);
}

function noConfigurationSet(outgoing: Outgoing, name: string): Answer {
  const code = outgoing.api === 'v1' ? 'ConfigurationSetDoesNotExist' : 'NotFoundException';
  return refused(outgoing, code, `Configuration set <${name}> does not exist.`);
}

function refused(outgoing: Outgoing, code: string, message: string): Answer {
  if (outgoing.api === 'v1') return queryError(code, message);
  return {
    status: 400,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
    body: JSON.stringify({ message }),
  };
}

function queryError(code: string, message: string): Answer {
  const escaped = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${escaped}</Message></Error>`;
  return {
    status: 400,
    headers: { 'content-type': 'text/xml' },
    body: `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">${error}<RequestId>local</RequestId></ErrorResponse>`,
  };
}

const invalidAction = queryError('InvalidAction', 'Here SES knows SendEmail and SendRawEmail alone.');

/** The mailbox never answers an action of the first API that it does not know. */
function isUnknown({ method, url, body }: Call): boolean {
  if (method !== 'POST' || url.split('?')[0] !== '/') return false;
  return new URLSearchParams(body.toString()).get('Action') !== 'SendRawEmail';
}

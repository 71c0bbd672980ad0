/** What leaves the house: mails, and events for whoever listens. */
import type { DomainEvent } from '../contract/events.ts';
import type { EventId } from '../contract/ids.ts';
import type { Email } from '../contract/text.ts';

export type Mail = {
  to: Email;
  subject: string;
  html: string;
  text: string;
  /** Come back with every report of its delivery. */
  tags: Record<string, string>;
};

export type Mailer = { send(mail: Mail): Promise<void> };

export type Publisher = {
  /** The event inside an item of the events table, as its stream carries it. Throws when it is none. */
  eventIn(image: unknown): DomainEvent;
  /** Puts events on the bus, in their order; returns the ids of those that were not taken. */
  publish(events: readonly DomainEvent[]): Promise<EventId[]>;
};

/** Amazon EventBridge on one machine: events go to the targets of every rule whose pattern they match. */
import type { Clock } from '../clock.ts';
import { failure } from '../failure.ts';
import type { Place } from '../servers/place.ts';
import { compilePattern, type EventPattern } from './event-pattern.ts';
import {
  type Entry,
  type Envelope,
  PutEventsRequest,
  type Refusal,
  refused,
  toEnvelope,
} from './put-events.ts';
import type { Deliver } from './targets.ts';

type Rule = {
  readonly name: string;
  /** The bus's name or ARN. */
  readonly bus: string;
  readonly pattern: unknown;
  readonly targets: readonly string[];
};

type EntryResult = { readonly EventId: string } | Refusal;

export type EventBuses = {
  addBus(name: string): void;
  addRule(rule: Rule): void;
  /** The service's operation of that name: entries that cannot be taken are told one by one. */
  putEvents(request: unknown): { FailedEntryCount: number; Entries: EntryResult[] };
  /** Gives an event to the rules of a bus, called by name or ARN: for those that AWS itself sends, such as SES's. */
  publish(bus: string, event: Envelope): void;
};

type Options = { readonly clock: Clock; readonly place: Place; readonly deliver: Deliver };

export function createEventBuses(options: Options): EventBuses {
  const buses = new Map<string, { matches: EventPattern; targets: readonly string[] }[]>([['default', []]]);

  const publish = (bus: string, event: Envelope) => {
    for (const { matches, targets } of buses.get(nameOf(bus)) ?? []) {
      if (matches(event)) for (const target of targets) void options.deliver(target, event);
    }
  };

  const take = (entry: Entry): EntryResult => {
    const bus = nameOf(entry.EventBusName);
    if (!buses.has(bus)) return refused('ResourceNotFoundException', `Event bus ${bus} does not exist.`);
    const event = toEnvelope(entry, options);
    if ('ErrorCode' in event) return event;
    publish(bus, event);
    return { EventId: event.id };
  };

  return {
    publish,
    addBus: name => buses.set(name, buses.get(name) ?? []),
    addRule({ name, bus, pattern, targets }) {
      const rules = buses.get(nameOf(bus));
      if (rules === undefined)
        throw failure(`The rule ${name} listens to ${bus}, which is no event bus here`);
      rules.push({ matches: compilePattern(pattern), targets });
    },
    putEvents(request) {
      const Entries = PutEventsRequest.parse(request).Entries.map(take);
      return { FailedEntryCount: Entries.filter(entry => 'ErrorCode' in entry).length, Entries };
    },
  };
}

const nameOf = (nameOrArn: string): string => nameOrArn.split('event-bus/').at(-1) ?? nameOrArn;

/** Amazon EventBridge on one machine: events go to the targets of every rule whose pattern they match. */
import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Clock } from '../clock.ts';
import { failure } from '../failure.ts';
import type { Place } from '../servers/place.ts';
import { compilePattern } from './event-pattern.ts';
import type { Deliver } from './targets.ts';

export type Rule = {
  readonly name: string;
  readonly bus: string;
  readonly pattern: unknown;
  readonly targets: readonly string[];
};

/** An event as rules and targets see it. */
export type Envelope = {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: unknown;
};

export type EventBuses = {
  addBus(name: string): void;
  addRule(rule: Rule): void;
  /** The service's operation of that name: entries that cannot be taken are told one by one. */
  putEvents(request: unknown): PutEventsResult;
  /** Gives an event to the rules of a bus, called by name or ARN: for those that AWS itself sends, such as SES's. */
  publish(bus: string, event: Envelope): void;
};

type EntryResult = { EventId: string } | { ErrorCode: string; ErrorMessage: string };
export type PutEventsResult = { FailedEntryCount: number; Entries: EntryResult[] };

const Request = z.object({
  Entries: z
    .array(
      z.object({
        EventBusName: z._default(z.string(), 'default'),
        Source: z.optional(z.string()),
        DetailType: z.optional(z.string()),
        Detail: z.optional(z.string()),
        Resources: z._default(z.array(z.string()), []),
        Time: z.optional(z.union([z.number(), z.string()])),
      }),
    )
    .check(z.minLength(1), z.maxLength(10)),
});
type Entry = z.infer<typeof Request>['Entries'][number];

type Options = { readonly clock: Clock; readonly place: Place; readonly deliver: Deliver };

export function createEventBuses({ clock, place, deliver }: Options): EventBuses {
  const buses = new Map<
    string,
    { name: string; matches: (event: unknown) => boolean; targets: readonly string[] }[]
  >([['default', []]]);

  const publish = (bus: string, event: Envelope) => {
    for (const rule of buses.get(busName(bus)) ?? []) {
      if (rule.matches(event)) for (const target of rule.targets) void deliver(target, event);
    }
  };

  const envelope = (
    event: Pick<Envelope, 'source' | 'detail-type' | 'detail'>,
    rest: Partial<Envelope> = {},
  ): Envelope => ({
    version: '0',
    id: randomUUID(),
    account: place.account,
    time: isoSeconds(clock.now()),
    region: place.region,
    resources: [],
    ...event,
    ...rest,
  });

  const take = (entry: Entry): EntryResult => {
    const bus = busName(entry.EventBusName);
    const detail = parseObject(entry.Detail);
    if (!entry.Source || !entry.DetailType)
      return refused('InvalidArgument', 'Source and DetailType are required');
    if (detail === undefined) return refused('MalformedDetail', 'Detail is malformed.');
    if (!buses.has(bus)) return refused('ResourceNotFoundException', `Event bus ${bus} does not exist.`);
    const time = entry.Time === undefined ? {} : { time: isoSeconds(milliseconds(entry.Time)) };
    const event = envelope(
      { source: entry.Source, 'detail-type': entry.DetailType, detail },
      { resources: entry.Resources, ...time },
    );
    publish(bus, event);
    return { EventId: event.id };
  };

  return {
    addBus: name => buses.set(name, buses.get(name) ?? []),
    addRule({ name, bus, pattern, targets }) {
      const rules = buses.get(busName(bus));
      if (rules === undefined)
        throw failure(`The rule ${name} listens to ${bus}, which is no event bus of this account`);
      rules.push({ name, matches: compilePattern(pattern), targets });
    },
    putEvents(request) {
      const Entries = Request.parse(request).Entries.map(take);
      return { FailedEntryCount: Entries.filter(entry => 'ErrorCode' in entry).length, Entries };
    },
    publish,
  };
}

/** A bus may be called by its name or its ARN. */
const busName = (nameOrArn: string): string => nameOrArn.split('event-bus/').at(-1) ?? nameOrArn;

const refused = (ErrorCode: string, ErrorMessage: string) => ({ ErrorCode, ErrorMessage });

/** EventBridge tells times without a fraction. */
export const isoSeconds = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');

/** The wire carries seconds since 1970. */
const milliseconds = (time: number | string) => (typeof time === 'number' ? time * 1000 : Date.parse(time));

function parseObject(json: string | undefined): object | undefined {
  try {
    const value: unknown = JSON.parse(json ?? '');
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

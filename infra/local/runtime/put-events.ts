/** EventBridge's PutEvents: which entries are taken, and the events that rules and targets see of them. */
import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Clock } from '../clock.ts';
import type { Place } from '../servers/place.ts';

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

export type Entry = z.infer<typeof Entry>;
const Entry = z.object({
  EventBusName: z._default(z.string(), 'default'),
  Source: z._default(z.string(), ''),
  DetailType: z._default(z.string(), ''),
  Detail: z._default(z.string(), ''),
  Resources: z._default(z.array(z.string()), []),
  Time: z.optional(z.union([z.number(), z.string()])),
});

export const PutEventsRequest = z.object({ Entries: z.array(Entry).check(z.minLength(1), z.maxLength(10)) });

export type Refusal = { readonly ErrorCode: string; readonly ErrorMessage: string };

export const refused = (ErrorCode: string, ErrorMessage: string): Refusal => ({ ErrorCode, ErrorMessage });

export function toEnvelope(
  entry: Entry,
  { clock, place }: { clock: Clock; place: Place },
): Envelope | Refusal {
  const { Source, DetailType, Detail, Resources, Time } = entry;
  if (Source === '' || DetailType === '')
    return refused('InvalidArgument', 'Source and DetailType are required.');
  const detail = parseObject(Detail);
  if (detail === undefined) return refused('MalformedDetail', 'Detail is malformed.');
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': DetailType,
    source: Source,
    account: place.account,
    time: isoSeconds(Time === undefined ? clock.now() : milliseconds(Time)),
    region: place.region,
    resources: Resources,
    detail,
  };
}

/** EventBridge tells times without a fraction. */
export const isoSeconds = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');

/** The wire carries seconds since 1970. */
const milliseconds = (time: number | string) => (typeof time === 'number' ? time * 1000 : Date.parse(time));

function parseObject(json: string): object | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

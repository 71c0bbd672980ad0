/** Dates, numbers and spans of time, as the reader's locale writes them. */
import { t, wantedLanguages } from '../texts/texts.ts';

const locale = wantedLanguages()[0];
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const whole = new Intl.NumberFormat(locale);
const shares = new Intl.NumberFormat(locale, { style: 'percent' });
const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long' });
const choices = new Intl.ListFormat(locale, { type: 'disjunction' });
const distances = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

export function formatNumber(value: number): string {
  return whole.format(value);
}

/** "42%", of a share from 0 to 1. */
export function formatPercent(share: number): string {
  return shares.format(share);
}

export function formatDate(time: string): string {
  return dates.format(Date.parse(time));
}

/** "12.4 MB": in thousands, as the system's own lists of files have it. */
export function formatBytes(bytes: number): string {
  const [size, name] = inUnit(bytes);
  const options = { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, options).format(size);
}

function inUnit(bytes: number): [number, string] {
  if (bytes < 1_000) return [bytes, 'byte'];
  return bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
}

/** "Owner, Admin or Manager". */
export function formatEither(all: readonly string[]): string {
  return choices.format(all);
}

/** The time of day. */
export function formatTime(time: string): string {
  return times.format(Date.parse(time));
}

export function formatMoment(time: string): string {
  return moments.format(Date.parse(time));
}

/** How long ago something was: "just now", "3 minutes ago", "yesterday"; a date when it is more than 30 days. */
export function formatAgo(time: string, now: number): string {
  const past = now - Date.parse(time);
  if (past < minute) return t.time.justNow;
  if (past < hour) return distances.format(-Math.floor(past / minute), 'minute');
  if (past < day) return distances.format(-Math.floor(past / hour), 'hour');
  if (past < 30 * day) return distances.format(-Math.floor(past / day), 'day');
  return formatDate(time);
}

/** A span in its two largest units: "2h 10m", "3d 4h", and seconds only under a minute. */
export function formatSpan(milliseconds: number): string {
  const left = Math.max(0, milliseconds);
  if (left < minute) return unit(Math.ceil(left / second), 'second');
  if (left < hour) return unit(Math.floor(left / minute), 'minute');
  if (left < day) return two(left, hour, 'hour', minute, 'minute');
  return two(left, day, 'day', hour, 'hour');
}

/** Minutes as a person would say them: "3 hours", "7 days". */
export function formatMinutes(minutes: number): string {
  if (minutes % (24 * 60) === 0) return unit(minutes / (24 * 60), 'day', 'long');
  if (minutes % 60 === 0) return unit(minutes / 60, 'hour', 'long');
  return unit(minutes, 'minute', 'long');
}

function two(left: number, large: number, largeUnit: string, small: number, smallUnit: string): string {
  const rest = Math.floor((left % large) / small);
  const first = unit(Math.floor(left / large), largeUnit);
  return rest === 0 ? first : `${first} ${unit(rest, smallUnit)}`;
}

function unit(value: number, name: string, unitDisplay: 'narrow' | 'long' = 'narrow'): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay }).format(value);
}

/** "German" for `de`, in the reader's language. */
export function languageName(code: string): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
}

/** When somebody was last active: a span that moves along with today, or one from a day to a day. */
import type { UserListQuery } from '../../../api/user-queries.ts';

export const presets = ['today', '7-days', '30-days', 'over-90-days'] as const;
export type Preset = (typeof presets)[number];

/** Days, as `2026-11-22`; both are part of it, and either may be missing. */
export type Days = { from?: string; to?: string };

export function presetIn(span: string): Preset | undefined {
  return presets.find(preset => preset === span);
}

/** The days of a span as the address has it: `2026-10-01..2026-10-31`. */
export function daysIn(span: string): Days | undefined {
  const [from = '', to = '', ...more] = span.split('..');
  const isWhole = span.includes('..') && more.length === 0 && (from !== '' || to !== '');
  const areDays = [from, to].every(day => day === '' || isDay(day));
  if (!isWhole || !areDays || (from && to && from > to)) return undefined;
  return { ...(from && { from }), ...(to && { to }) };
}

export function spanOf({ from = '', to = '' }: Days): string {
  return `${from}..${to}`;
}

export function isSpan(given: string): boolean {
  return presetIn(given) !== undefined || daysIn(given) !== undefined;
}

/** What the server is asked for: moments, as the reader's days begin and end. */
export function momentsOf(span: string, now: Date): Pick<UserListQuery, 'activeFrom' | 'activeBefore'> {
  const preset = presetIn(span);
  if (preset === 'over-90-days') return { activeBefore: midnight(now, -90) };
  if (preset) return { activeFrom: midnight(now, daysBack[preset]) };
  const { from, to } = daysIn(span) ?? {};
  return {
    ...(from && { activeFrom: midnight(dayAt(from)) }),
    ...(to && { activeBefore: midnight(dayAt(to), 1) }),
  };
}

/** Today is one of the days. */
const daysBack = { today: 0, '7-days': -6, '30-days': -29 } as const;

/** Days are not all 24 hours long. */
function midnight(day: Date, daysOn = 0): string {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + daysOn).toISOString();
}

/** In the reader's time zone, where a bare day would be read as one of Greenwich. */
export function dayAt(day: string): Date {
  return new Date(`${day}T00:00`);
}

/** 31 February is none, and neither is a year that nobody was active in. */
function isDay(text: string): boolean {
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

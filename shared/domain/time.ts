/** Reckoning with moments, which travel as text (ISO 8601, UTC, milliseconds) and so sort as text. */
import { Time } from '../contract/text.ts';

export function timeOf(date: Date): Time {
  return Time.parse(date.toISOString());
}

export function plusMinutes(time: Time, minutes: number): Time {
  return timeOf(new Date(Date.parse(time) + minutes * 60_000));
}

export function plusSeconds(time: Time, seconds: number): Time {
  return timeOf(new Date(Date.parse(time) + seconds * 1000));
}

/** Seconds since 1970, as DynamoDB's sweep reads them. */
export function secondsOf(time: Time): number {
  return Math.floor(Date.parse(time) / 1000);
}

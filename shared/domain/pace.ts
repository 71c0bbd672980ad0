/** How fast many users may be changed, where each of them costs something that others limit: mails, calls to Cognito. */
import type { BulkAction } from '../contract/bulk.ts';
import type { Time } from '../contract/text.ts';
import type { Bucket } from './throttle.ts';
import { plusSeconds, timeOf } from './time.ts';

/** What is limited by the second, for all jobs together. */
export type Pace = { mailsPerSecond: number; credentialsPerSecond: number };

/** A mail is sent for each, or sessions and credentials of each end at Cognito. */
const paced: Partial<Record<BulkAction, keyof Pace>> = {
  'send-invitation': 'mailsPerSecond',
  'reset-password': 'mailsPerSecond',
  deactivate: 'credentialsPerSecond',
  archive: 'credentialsPerSecond',
  delete: 'credentialsPerSecond',
};

export function isPaced(action: BulkAction): boolean {
  return paced[action] !== undefined;
}

/** What one of these uses up, of this second; nothing, where it may be done at any pace. */
export function budgetOf(action: BulkAction, pace: Pace, now: Time): Bucket | undefined {
  const name = paced[action];
  return name && budgetFor(name, 1, pace, now);
}

/** So many at once, of this second. */
export function budgetFor(name: keyof Pace, units: number, pace: Pace, now: Time): Bucket {
  const second = timeOf(new Date(Math.floor(Date.parse(now) / 1000) * 1000));
  return { name: `${name}#${second}`, limit: pace[name], emptyAt: plusSeconds(second, 1), units };
}

/** So many mails may go together: half of what a second has, so that whoever takes them one by one is in nobody's way. */
export function mailsTogether({ mailsPerSecond }: Pace): number {
  return Math.max(1, Math.floor(mailsPerSecond / 2));
}

/** The overview: what an administrator would rather see than read, in numbers that are kept as things happen. */
import * as z from 'zod/mini';
import { PersonId } from './ids.ts';
import { InOrganization } from './lists.ts';
import { Seats } from './organizations.ts';
import { Day, Time } from './text.ts';
import { UserCounts } from './users.ts';

export const GetOverview = z.strictObject({
  ...InOrganization,
  /** How many days, of which today is the last. */
  days: z._default(z.enum(['30', '90']), '30'),
});

/** What is counted of invitations, by the day on which it happened. */
export const DailyNumber = z.enum(['sent', 'accepted', 'expired', 'bounced']);
export type DailyNumber = z.output<typeof DailyNumber>;

export const DayView = z.object({
  day: Day,
  /** Each time that one was sent: also again. */
  sent: z.int(),
  accepted: z.int(),
  expired: z.int(),
  bounced: z.int(),
});
export type DayView = z.output<typeof DayView>;

/** So many are counted, of whatever needs attention. */
export const mostCounted = 100;

/** With `isMore` there are more than are counted. */
export const CountUpTo = z.object({ count: z.int(), isMore: z.boolean() });
export type CountUpTo = z.output<typeof CountUpTo>;

export const OverviewView = z.object({
  seats: Seats,
  /** How many users there are in each status. */
  users: UserCounts,
  /** How many active users have set up a second factor. */
  mfa: z.object({ enrolled: z.int(), active: z.int() }),
  /** One for each day that was asked for, the oldest first. */
  days: z.array(DayView),
  attention: z.object({
    /** Invited, and the mail did not arrive. */
    bounced: CountUpTo,
    /** Let in by nobody yet: the partner that must has not. */
    awaitingApproval: CountUpTo,
    /** Invited, and without an invitation that they could accept: it ran out, was revoked or never sent. */
    neverSignedIn: CountUpTo,
  }),
  /** Who was active last, the latest first. */
  lastActive: z.array(
    z.object({
      id: PersonId,
      displayName: z.string(),
      pictureUrl: z.optional(z.string()),
      lastActiveAt: Time,
    }),
  ),
});
export type OverviewView = z.output<typeof OverviewView>;

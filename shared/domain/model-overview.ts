/** What is kept for the overview of an organization: numbers, which tell of nobody. */
import * as z from 'zod/mini';
import { OrganizationId } from '../contract/ids.ts';
import { Day } from '../contract/text.ts';

const count = z._default(z.int(), 0);

/** What became of invitations on a day. */
export const DayNumbers = z.object({
  type: z.literal('day'),
  organization: OrganizationId,
  day: Day,
  sent: count,
  accepted: count,
  expired: count,
  bounced: count,
});
export type DayNumbers = z.output<typeof DayNumbers>;

/** How many active users have set up a second factor. */
export const Coverage = z.object({
  type: z.literal('coverage'),
  organization: OrganizationId,
  enrolled: count,
});
export type Coverage = z.output<typeof Coverage>;

export const overviewEntities = [DayNumbers, Coverage] as const;

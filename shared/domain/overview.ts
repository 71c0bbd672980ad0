/** What an overview tells of users: which of them need attention, and who was there last. */
import type { OverviewView } from '../contract/overview.ts';
import type { UserStatus } from '../contract/users.ts';
import type { CountedUsers } from './find.ts';
import type { Counters, User } from './model.ts';
import { pictureUrl } from './picture.ts';

/** Who needs attention: the list of users with these filters shows the same people. */
export const needingAttention = {
  bounced: { statuses: ['invited'], delivery: ['bounced'] },
  /** Those who have accepted, and so are waiting. */
  awaitingApproval: { statuses: ['active'], approved: false },
  neverSignedIn: { statuses: ['invited'], invitations: ['none'] },
} as const satisfies Record<keyof OverviewView['attention'], CountedUsers>;

/** How many users there are in each status. */
export function byStatus(counters: Counters | undefined): Record<UserStatus, number> {
  const { invited = 0, active = 0, inactive = 0, archived = 0 } = counters ?? {};
  return { invited, active, inactive, archived };
}

/** Who was active at all, as they come. */
export function lastActiveOf(users: readonly User[]): OverviewView['lastActive'] {
  return users.flatMap(({ id, displayName, picture, lastActiveAt }) =>
    lastActiveAt ? [{ id, displayName, pictureUrl: pictureUrl(picture, 'list'), lastActiveAt }] : [],
  );
}

/** Where numbers lead: the list of users, as its address says it, that has as many. */
import type { DailyNumber, OverviewView } from '../../../shared/contract/overview.ts';
import type { UserStatus } from '../../../shared/contract/users.ts';

export const usersBy: Readonly<Record<UserStatus, string>> = {
  active: '',
  invited: '?tab=pending',
  inactive: '?inactive=only',
  archived: '?tab=archived',
};

export const usersAttended: Readonly<Record<keyof OverviewView['attention'], string>> = {
  bounced: '?tab=pending&delivery=bounced',
  awaitingApproval: '?approved=false',
  neverSignedIn: '?tab=pending&invitation=none',
};

export const usersWith = { factor: '?mfa=enrolled', noFactor: '?mfa=none' } as const;

/** Who takes a seat without having come yet. */
export const usersWithOpenInvitation = '?tab=pending&invitation=open';

/** Who those are now of whom a number tells what happened: an event has no list of its own. */
export const usersAfter: Readonly<Record<DailyNumber, string>> = {
  sent: '?tab=pending',
  accepted: '?sort=-createdAt',
  expired: usersAttended.neverSignedIn,
  bounced: usersAttended.bounced,
};

/** Numbers that are kept as things happen, beside what happened: each thing counts once, however often it is told. */
import type { OrganizationId } from '../contract/ids.ts';
import type { Happening } from '../domain/daily.ts';
import type { UserFollower } from './directory.ts';

/** What became of invitations, by day. */
export type DayCounter = {
  /** Adds what was not counted before, all of it or, where it throws, some: given again, nothing counts twice. */
  count(organization: OrganizationId, happenings: readonly Happening[]): Promise<void>;
};

/** How many active users have a second factor, by how users are now. */
export type CoverageCounter = UserFollower;

import { mostCounted } from '../../../shared/contract/overview.ts';
import { lastDays } from '../../../shared/domain/daily.ts';
import { refuse } from '../../../shared/domain/decision.ts';
import { byStatus, lastActiveOf, needingAttention } from '../../../shared/domain/overview.ts';
import { ref } from '../../../shared/domain/refs.ts';
import type { UserQuery } from '../../../shared/ports/directory.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';

/** The five who were there last. */
const latest: UserQuery = {
  filter: { statuses: ['active'] },
  sort: 'lastActiveAt',
  descending: true,
  limit: 5,
};

/** Reads numbers that are kept, and rows up to a limit: as much for 100,000 users as for a few hundred. */
export const getOverview: UseCase<'get-overview'> = async ({ input }, { directory, clock }) => {
  const { org } = input;
  const days = Number(input.days);
  const count = (which: keyof typeof needingAttention) =>
    directory.countUsers(org, needingAttention[which], mostCounted);
  const [[organization, counters, coverage], kept, active, bounced, awaitingApproval, neverSignedIn] =
    await Promise.all([
      directory.get(ref.organization(org), ref.counters(org), ref.coverage(org)),
      directory.list({ of: 'day', organization: org }, { descending: true, limit: days }),
      directory.listUsers(org, latest),
      count('bounced'),
      count('awaitingApproval'),
      count('neverSignedIn'),
    ]);
  if (!organization) return refuse('not-found');
  const users = byStatus(counters);
  return done({
    seats: { used: counters?.seats ?? 0, total: organization.seats },
    users,
    mfa: { enrolled: Math.min(coverage?.enrolled ?? 0, users.active), active: users.active },
    days: lastDays(clock.now(), days, kept.items),
    attention: { bounced, awaitingApproval, neverSignedIn },
    lastActive: lastActiveOf(active.users),
  });
};

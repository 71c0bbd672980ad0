import { happeningsIn } from '../../shared/domain/daily.ts';
import type { SubscriberUseCase } from '../runtime/subscriber.ts';

/** Keeps the overview's numbers: each event adds to those of its own day, once, however late or often it is told. */
export const countInvitations: SubscriberUseCase<'count-invitations'> = async (
  { organization, events },
  { days },
) => days.count(organization, happeningsIn(events));

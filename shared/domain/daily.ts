/** What happened, by day: which numbers events add to, and the days that an overview shows. */
import type { Action, DomainEvent } from '../contract/events.ts';
import type { EventId } from '../contract/ids.ts';
import type { DailyNumber, DayView } from '../contract/overview.ts';
import type { subscribers } from '../contract/subscribers.ts';
import type { Day, Time } from '../contract/text.ts';
import type { DayNumbers } from './model-overview.ts';
import { plusMinutes } from './time.ts';

/** Something that is counted once, however often it is told. */
export type Happening = { id: EventId; day: Day; number: DailyNumber };

type Counted = (typeof subscribers)['count-invitations']['listensTo'][number];

const numberOf: Readonly<Partial<Record<Action, DailyNumber>>> = {
  'user.invited': 'sent',
  'invitation.sent': 'sent',
  'invitation.accepted': 'accepted',
  'invitation.expired': 'expired',
  'invitation.bounced': 'bounced',
} satisfies Record<Counted, DailyNumber>;

/** Each event once, on the day on which it happened, whenever it is told. */
export function happeningsIn(events: readonly DomainEvent[]): Happening[] {
  const found = events.flatMap(({ id, time, action }): Happening[] => {
    const number = numberOf[action];
    return number ? [{ id, day: dayOf(time), number }] : [];
  });
  return [...new Map(found.map(happening => [happening.id, happening])).values()];
}

export function dayOf(time: Time): Day {
  return time.slice(0, 10);
}

/** What they come to together, by day. */
export function addedByDay(happenings: readonly Happening[]): Map<Day, Partial<Record<DailyNumber, number>>> {
  const days = Map.groupBy(happenings, ({ day }) => day);
  return new Map(
    [...days].map(([day, all]) => {
      const counts = Map.groupBy(all, ({ number }) => number);
      return [day, Object.fromEntries([...counts].map(([number, each]) => [number, each.length]))];
    }),
  );
}

/** So many days, of which today is the last; a day on which nothing happened has zeros. */
export function lastDays(now: Time, count: number, kept: readonly DayNumbers[]): DayView[] {
  const numbers = new Map(kept.map(each => [each.day, each]));
  return Array.from({ length: count }, (_, i) => {
    const day = dayOf(plusMinutes(now, -(count - 1 - i) * 24 * 60));
    const of = numbers.get(day);
    return { day, ...{ sent: 0, accepted: 0, expired: 0, bounced: 0 }, ...(of && numbersIn(of)) };
  });
}

function numbersIn(of: DayNumbers): Record<DailyNumber, number> {
  const { sent, accepted, expired, bounced } = of;
  return { sent, accepted, expired, bounced };
}

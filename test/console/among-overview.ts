/** What happened to invitations in the demo, for the page that tells of it. */
import type { DailyNumber } from '../../shared/contract/overview.ts';
import { dayOf } from '../../shared/domain/daily.ts';
import { plusMinutes } from '../../shared/domain/time.ts';
import type { ConsoleApi } from './api.ts';
import { acme } from './demo.ts';

export const overview = `/o/${acme}/overview`;

/** A quarter of ordinary ups and downs, the same every time. */
export async function keepDays({ front }: ConsoleApi): Promise<void> {
  const { days, ids, clock } = front.world;
  const today = clock.now();
  const happenings = Array.from({ length: 90 }, (_, i) => {
    const sent = (i * 7) % 5 === 0 ? 0 : Math.round(4 + 4 * Math.sin(i / 4) + ((i * 13) % 5));
    const numbers: Record<DailyNumber, number> = {
      sent,
      accepted: Math.round(sent * 0.7),
      expired: i % 4 === 1 ? (i % 3) + 1 : 0,
      bounced: i % 11 === 5 ? 1 : 0,
    };
    const day = dayOf(plusMinutes(today, -(i + 1) * 24 * 60));
    return Object.entries(numbers).flatMap(([number, count]) =>
      Array.from({ length: count }, () => ({ id: ids.make('evt'), day, number: number as DailyNumber })),
    );
  });
  await days.count(acme, happenings.flat());
}

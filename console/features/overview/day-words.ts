/** Days of UTC in words: a reader further west must not see the day before. */
import { DailyNumber, type DayView } from '../../../shared/contract/overview.ts';
import { overviewTexts } from '../../texts/overview.ts';
import { wantedLanguages } from '../../texts/texts.ts';
import { formatNumber } from '../../ui/format.ts';

const locale = wantedLanguages()[0];
const days = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
const lists = new Intl.ListFormat(locale, { type: 'unit' });

/** "Nov 22". */
export function dayWords(day: string): string {
  return days.format(Date.parse(day));
}

/** "Nov 22: 3 sent, 1 accepted, 0 expired, 0 bounced". */
export function dayInWords(day: DayView): string {
  const { of, number } = overviewTexts.invitations;
  const numbers = DailyNumber.options.map(each => number[each](formatNumber(day[each])));
  return of(dayWords(day.day), lists.format(numbers));
}

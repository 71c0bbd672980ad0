/** When a schedule is due: `rate(5 minutes)`, `cron(0 3 * * ? *)` or `at(2027-01-01T00:00:00)`, all in UTC. */
import { failure } from '../failure.ts';

/** The next time after `after` at which the schedule is due, in milliseconds; undefined when never again. */
export type NextDue = (after: number) => number | undefined;

export function parseSchedule(expression: string): NextDue {
  const [, kind, argument = ''] = /^(rate|cron|at)\((.+)\)$/.exec(expression) ?? [];
  if (kind === 'rate') return everySoOften(argument);
  if (kind === 'cron') return byCalendar(argument);
  if (kind === 'at') {
    const once = Date.parse(`${argument}Z`);
    return after => (once > after ? once : undefined);
  }
  throw failure(`The schedule ${expression} is not known here`);
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const UNITS: Record<string, number> = { minute: MINUTE, hour: 60 * MINUTE, day: DAY };

function everySoOften(argument: string): NextDue {
  const [, count, unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(argument) ?? [];
  const length = Number(count) * (UNITS[unit] ?? Number.NaN);
  if (Number.isNaN(length)) throw failure(`The rate ${argument} is not known here`);
  return after => after + length;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** Further than this nobody plans, and a cron expression that never comes true must end. */
const LOOK_AHEAD_DAYS = 5 * 366;

function byCalendar(argument: string): NextDue {
  const fields = argument.split(' ');
  if (fields.length !== 6)
    throw failure(`The cron expression ${argument} is not known here: it has to have six fields`);
  const [minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = fields;
  const minutes = valuesOf(minute, 0, 59);
  const hours = valuesOf(hour, 0, 23);
  const days = valuesOf(dayOfMonth, 1, 31);
  const months = valuesOf(month, 1, 12, name => MONTHS.indexOf(name) + 1);
  const weekdays = valuesOf(dayOfWeek, 1, 7, name => WEEKDAYS.indexOf(name) + 1);
  const years = valuesOf(year, 1970, 2199);

  const isOn = (day: Date) =>
    days.has(day.getUTCDate()) &&
    months.has(day.getUTCMonth() + 1) &&
    weekdays.has(day.getUTCDay() + 1) &&
    years.has(day.getUTCFullYear());
  const times = [...hours].flatMap(h => [...minutes].map(m => (h * 60 + m) * MINUTE)).sort((a, b) => a - b);

  return after => {
    const today = Math.floor(after / DAY) * DAY;
    for (let day = today; day <= today + LOOK_AHEAD_DAYS * DAY; day += DAY) {
      const due = isOn(new Date(day)) ? times.find(time => day + time > after) : undefined;
      if (due !== undefined) return day + due;
    }
    return undefined;
  };
}

type ReadName = (name: string) => number;

/** The numbers that one field allows: `*`, `?`, `5`, `1-5`, `0/15`, `MON-FRI`, and lists of these. */
function valuesOf(
  field: string,
  lowest: number,
  highest: number,
  nameToNumber: ReadName = Number,
): Set<number> {
  const read = (text: string) => (/^\d+$/.test(text) ? Number(text) : nameToNumber(text));
  const allowed = field.split(',').flatMap(part => {
    const [range = '', step] = part.split('/');
    const [first = '', last] = range === '*' || range === '?' ? [] : range.split('-');
    const from = first === '' ? lowest : read(first);
    const to = first === '' || (last === undefined && step !== undefined) ? highest : read(last ?? first);
    const values = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
    return values.filter(value => (value - from) % Number(step ?? 1) === 0);
  });
  if (allowed.length === 0 || allowed.some(value => !(value >= lowest && value <= highest))) {
    throw failure(`The cron field ${field} is not known here`);
  }
  return new Set(allowed);
}

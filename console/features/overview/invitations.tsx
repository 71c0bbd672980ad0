/** What became of invitations, day by day: as a plot, and as the table behind it. */
import { Skeleton } from '@mantine/core';
import { Suspense } from 'react';
import { Link } from 'react-router';
import { DailyNumber, type DayView, type OverviewView } from '../../../shared/contract/overview.ts';
import { overviewTexts } from '../../texts/overview.ts';
import { formatNumber } from '../../ui/format.ts';
import { later } from '../../ui/later.ts';
import { dayWords } from './day-words.ts';
import { usersAfter } from './links.ts';
import classes from './overview.module.css';
import { Part } from './part.tsx';

const DayPlot = later(async () => (await import('./day-plot.tsx')).DayPlot);

type InvitationsProps = { users: string; days: '30' | '90'; view: OverviewView; stale: boolean };

export function Invitations({ users, days, view, stale }: InvitationsProps) {
  const words = overviewTexts.invitations;
  return (
    <Part title={words.title} aside={<Span days={days} />}>
      <div className={classes.invitations} aria-busy={stale || undefined} data-stale={stale || undefined}>
        <ul className={classes.series}>
          {DailyNumber.options.map(number => (
            <li key={number}>
              <Link to={users + usersAfter[number]}>{words.numbers[number]}</Link>
              <strong>{formatNumber(sumOf(view.days, number))}</strong>
            </li>
          ))}
        </ul>
        <Suspense fallback={<Skeleton className={classes.plotting} />}>
          <DayPlot days={view.days} />
        </Suspense>
      </div>
      <div className={classes.unseen}>
        <DayTable days={view.days} />
      </div>
    </Part>
  );
}

function sumOf(days: readonly DayView[], number: DailyNumber): number {
  return days.reduce((sum, day) => sum + day[number], 0);
}

function Span({ days }: { days: '30' | '90' }) {
  const words = overviewTexts.invitations;
  return (
    <nav className={classes.span} aria-label={words.span}>
      {(['30', '90'] as const).map(each => (
        <Link
          key={each}
          to={{ search: each === '30' ? '' : `?days=${each}` }}
          replace
          aria-current={each === days ? 'true' : undefined}
        >
          {words.days[each]}
        </Link>
      ))}
    </nav>
  );
}

/** For whoever does not see the plot. */
function DayTable({ days }: { days: readonly DayView[] }) {
  const words = overviewTexts.invitations;
  return (
    <table>
      <caption>{words.caption(formatNumber(days.length))}</caption>
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          {DailyNumber.options.map(number => (
            <th key={number} scope="col">
              {words.numbers[number]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map(day => (
          <tr key={day.day}>
            <th scope="row">{dayWords(day.day)}</th>
            {DailyNumber.options.map(number => (
              <td key={number}>{formatNumber(day[number])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

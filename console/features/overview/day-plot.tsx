/** Four rows of bars over the same days and to the same scale, told apart by where they stand, and read day by day. */
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { DailyNumber, type DayView } from '../../../shared/contract/overview.ts';
import { overviewTexts } from '../../texts/overview.ts';
import { formatNumber } from '../../ui/format.ts';
import { dayInWords, dayWords } from './day-words.ts';
import classes from './overview.module.css';

/** Of a row, in units of its own: it is drawn as wide as there is room. */
const width = 900;
const height = 40;
/** What is there must be seen, however small it is beside the rest. */
const least = 2;

export function DayPlot({ days }: { days: readonly DayView[] }) {
  const [chosen, choose] = useState<number>();
  const last = days.length - 1;
  const at = chosen === undefined ? undefined : Math.min(chosen, last);
  const read = days[at ?? last];
  const most = Math.max(...days.flatMap(day => DailyNumber.options.map(number => day[number])));
  return (
    <div className={classes.plotting}>
      <div
        className={classes.rows}
        role="slider"
        tabIndex={0}
        aria-label={overviewTexts.invitations.slider}
        aria-valuemin={1}
        aria-valuemax={days.length}
        aria-valuenow={(at ?? last) + 1}
        aria-valuetext={read && dayInWords(read)}
        onKeyDown={event => onKey(event, at ?? last + 1, last, choose)}
        onPointerMove={event => choose(dayUnder(event, days.length))}
        onPointerDown={event => choose(dayUnder(event, days.length))}
        onPointerLeave={() => choose(undefined)}
        onBlur={() => choose(undefined)}
      >
        {DailyNumber.options.map(number => (
          <Row key={number} number={number} days={days} most={most} at={at} />
        ))}
      </div>
      <p className={classes.ends} aria-hidden="true">
        <span>{dayWords(days[0]?.day ?? '')}</span>
        <span>{dayWords(days[last]?.day ?? '')}</span>
      </p>
      <p className={classes.reading} aria-hidden="true">
        {read && at !== undefined ? dayInWords(read) : scaleWords(most)}
      </p>
    </div>
  );
}

type RowProps = { number: DailyNumber; days: readonly DayView[]; most: number; at: number | undefined };

function Row({ number, days, most, at }: RowProps) {
  const x = scaleBand({ domain: days.map(({ day }) => day), range: [0, width], paddingInner: 0.3 });
  const y = scaleLinear({ domain: [0, Math.max(1, most)], range: [0, height] });
  return (
    <svg
      className={classes.row}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      data-number={number}
    >
      {days.map((day, i) => {
        const tall = day[number] === 0 ? 0 : Math.max(least, y(day[number]));
        return (
          <g key={day.day} data-chosen={i === at || undefined}>
            <Bar className={classes.day} x={x(day.day)} y={0} width={x.bandwidth()} height={height} />
            <Bar
              className={classes.bar}
              x={x(day.day)}
              y={height - tall}
              width={x.bandwidth()}
              height={tall}
            />
          </g>
        );
      })}
    </svg>
  );
}

function scaleWords(most: number): string {
  const { none, scale } = overviewTexts.invitations;
  return most > 0 ? scale(formatNumber(most)) : none;
}

function dayUnder({ currentTarget, clientX }: PointerEvent, count: number): number {
  const { left, width: wide } = currentTarget.getBoundingClientRect();
  return Math.max(0, Math.min(count - 1, Math.floor(((clientX - left) / wide) * count)));
}

const steps: Readonly<Record<string, number>> = {
  ...{ ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 },
  ...{ PageDown: -7, PageUp: 7, Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY },
};

function onKey(event: KeyboardEvent, at: number, last: number, choose: (at: number | undefined) => void) {
  if (event.key === 'Escape') return choose(undefined);
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  choose(Math.max(0, Math.min(last, at + step)));
}

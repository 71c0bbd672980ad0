/** Times as people read them, with the exact moment on hover. */
import { formatAgo, formatDate, formatMoment, formatSpan } from './format.ts';
import { useNow } from './now.ts';
import classes from './time.module.css';

/** "3 minutes ago"; the exact moment on hover. */
export function Ago({ time }: { time: string }) {
  return <Time time={time} words={formatAgo(time, useNow())} />;
}

/** A day; the exact moment on hover. */
export function Day({ time }: { time: string }) {
  return <Time time={time} words={formatDate(time)} />;
}

/** "3 minutes ago", and the exact moment below, for whoever has no pointer to hover with. */
export function AgoAndMoment({ time }: { time: string }) {
  return (
    <>
      {formatAgo(time, useNow())}
      <time className={classes.moment} dateTime={time}>
        {formatMoment(time)}
      </time>
    </>
  );
}

/** What is left until a moment, ticking; put into words by `words`. */
export function Countdown({ until, words }: { until: string; words: (span: string) => string }) {
  return <Time time={until} words={words(formatSpan(Date.parse(until) - useNow()))} />;
}

function Time({ time, words }: { time: string; words: string }) {
  return (
    <time className={classes.exact} dateTime={time} title={formatMoment(time)}>
      {words}
    </time>
  );
}

/** Times as people read them, with the exact moment on hover. */
import { Tooltip } from '@mantine/core';
import { formatAgo, formatDate, formatMoment, formatSpan } from './format.ts';
import { useNow } from './now.ts';
import classes from './time.module.css';

/** "3 minutes ago"; the exact moment on hover and on focus. */
export function Ago({ time }: { time: string }) {
  const now = useNow();
  return (
    <Tooltip label={formatMoment(time)}>
      <time className={classes.exact} dateTime={time}>
        {formatAgo(time, now)}
      </time>
    </Tooltip>
  );
}

/** A day; the exact moment on hover. */
export function Day({ time }: { time: string }) {
  return (
    <Tooltip label={formatMoment(time)}>
      <time className={classes.exact} dateTime={time}>
        {formatDate(time)}
      </time>
    </Tooltip>
  );
}

/** What is left until a moment, ticking; wrapped into words by `words`. */
export function Countdown({ until, words }: { until: string; words: (span: string) => string }) {
  const now = useNow();
  return (
    <Tooltip label={formatMoment(until)}>
      <time className={classes.exact} dateTime={until}>
        {words(formatSpan(Date.parse(until) - now))}
      </time>
    </Tooltip>
  );
}

/** How far something is: a bar, with the same in words for whoever does not see it. */
import classes from './progress.module.css';

type ProgressProps = { label: string; value: number; total: number; words: string; over?: boolean };

/** @param over whether it goes no further */
export function Progress({ label, value, total, words, over }: ProgressProps) {
  return (
    <progress
      className={classes.bar}
      data-over={over || undefined}
      max={Math.max(total, 1)}
      value={total === 0 && over ? 1 : value}
      aria-label={label}
      aria-valuetext={words}
    />
  );
}

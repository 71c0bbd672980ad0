/** How much of something is used: a bar, and the same in words. */
import classes from './meter.module.css';

type MeterProps = {
  label: string;
  used: number;
  total: number;
  words: string;
  /** The fuller the better; otherwise what is nearly used up is shown as such. */
  goal?: true;
};

export function Meter({ label, used, total, words, goal }: MeterProps) {
  const share = total > 0 ? Math.min(1, used / total) : 1;
  return (
    <div className={classes.meter}>
      <span className={classes.words}>{words}</span>
      <meter
        className={classes.bar}
        min={0}
        max={1}
        high={goal ? undefined : 0.9}
        value={share}
        aria-label={label}
        aria-valuetext={words}
      />
    </div>
  );
}

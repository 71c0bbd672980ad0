/** The mark, a T that is a column under two vaults, and the name beside it. */
import classes from './brand.module.css';

export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg
      className={classes.mark}
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="32" height="32" rx="8" />
      <path d="M7 8.5h18v4.25c-3.9 0-6.75 2.6-6.75 6.5V25h-4.5v-5.75c0-3.9-2.85-6.5-6.75-6.5z" />
    </svg>
  );
}

export function Wordmark() {
  return (
    <span className={classes.wordmark}>
      <Mark />
      Tenantry
    </span>
  );
}

/** Stands for an organization until it has a logo: its first letter. */
export function Monogram({ name, size }: { name: string; size?: 'large' }) {
  return (
    <span className={classes.monogram} data-size={size} aria-hidden="true">
      {[...name.trim()][0]?.toUpperCase() ?? '?'}
    </span>
  );
}

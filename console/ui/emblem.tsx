/** A sign above a title. */
import type { ReactNode } from 'react';
import classes from './emblem.module.css';
import type { Tone } from './status.tsx';

export function Emblem({ icon, tone = 'accent' }: { icon: ReactNode; tone?: Tone }) {
  return (
    <span className={classes.emblem} data-tone={tone} aria-hidden="true">
      {icon}
    </span>
  );
}

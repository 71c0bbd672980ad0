/** What something that is deleted takes away, in a box above the question. */
import type { ReactNode } from 'react';
import classes from './losses.module.css';

export type Loss = { what: string; which?: ReactNode };

export function Losses({ losses }: { losses: readonly Loss[] }) {
  return (
    <ul className={classes.losses}>
      {losses.map(({ what, which }) => (
        <li key={what}>
          <span className={classes.what}>{what}</span>
          {which && <span className={classes.which}>{which}</span>}
        </li>
      ))}
    </ul>
  );
}

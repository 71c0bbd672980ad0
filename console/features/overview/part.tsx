/** One part of the overview under its heading. */
import { type ReactNode, useId } from 'react';
import classes from './overview.module.css';

type PartProps = { title: string; aside?: ReactNode; children: ReactNode };

export function Part({ title, aside, children }: PartProps) {
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <header className={classes.head}>
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}

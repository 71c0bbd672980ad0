/** What is known of a user, as names and values in a box. */
import { type ReactNode, useId } from 'react';
import classes from './user-page.module.css';

export type Fact = [name: string, value: ReactNode];

/** Facts without a value are left out. */
export function Facts({ title, facts }: { title: string; facts: Fact[] }) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

/** A value, and below it what it means. */
export function Explained({ value, why }: { value: ReactNode; why: string }) {
  return (
    <>
      {value}
      <span className={classes.explained}>{why}</span>
    </>
  );
}

/** In place of a list that is empty: what it is for, and what to do first. */
import type { ReactNode } from 'react';
import classes from './empty.module.css';

type EmptyProps = { icon: ReactNode; title: string; children?: ReactNode; action?: ReactNode; level?: 1 | 2 };

export function Empty({ icon, title, children, action, level = 2 }: EmptyProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={classes.empty}>
      <span className={classes.icon}>{icon}</span>
      <Heading className={classes.title}>{title}</Heading>
      <p>{children}</p>
      {action}
    </div>
  );
}

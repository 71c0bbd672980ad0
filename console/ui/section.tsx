/** One part of a page of settings: what it is about on the left, what there is to set on the right. */
import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

type SectionProps = { title: string; lead?: ReactNode; children: ReactNode; actions?: ReactNode };

export function Section({ title, lead, children, actions }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.about}>
        <h2 id={id}>{title}</h2>
        {lead && <p>{lead}</p>}
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      <div className={classes.content}>{children}</div>
    </section>
  );
}

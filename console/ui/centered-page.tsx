/** The pages before signing in: one card in the middle of the window. */
import type { ReactNode } from 'react';
import { Wordmark } from './brand.tsx';
import classes from './centered-page.module.css';
import { DocumentTitle } from './document-title.tsx';

type CenteredProps = {
  title: string;
  emblem?: ReactNode;
  lead?: ReactNode;
  wide?: boolean;
  children?: ReactNode;
};

export function CenteredPage({ title, emblem, lead, wide, children }: CenteredProps) {
  return (
    <div className={classes.page}>
      <DocumentTitle>{title}</DocumentTitle>
      <header className={classes.brand}>
        <Wordmark />
      </header>
      <main className={classes.card} data-wide={wide}>
        {emblem && <div className={classes.emblem}>{emblem}</div>}
        <h1 className={classes.title}>{title}</h1>
        {lead && <p className={classes.lead}>{lead}</p>}
        <div className={classes.body}>{children}</div>
      </main>
    </div>
  );
}

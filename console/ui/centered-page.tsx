/** The pages before signing in: one card in the middle of the window. */
import { type ReactNode, useEffect, useRef } from 'react';
import { Wordmark } from './brand.tsx';
import classes from './centered-page.module.css';
import { DocumentTitle } from './document-title.tsx';

type CenteredProps = {
  title: string;
  emblem?: ReactNode;
  lead?: ReactNode;
  wide?: boolean;
  /** It takes the place of what the reader was busy with: its title takes the focus, so that it is read out. */
  news?: boolean;
  children?: ReactNode;
};

export function CenteredPage({ title, emblem, lead, wide, news, children }: CenteredProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (news) heading.current?.focus();
  }, [news]);
  return (
    <div className={classes.page}>
      <DocumentTitle>{title}</DocumentTitle>
      <header className={classes.brand}>
        <Wordmark />
      </header>
      <main className={classes.card} data-wide={wide}>
        {emblem && <div className={classes.emblem}>{emblem}</div>}
        <h1 ref={heading} tabIndex={news ? -1 : undefined} className={classes.title}>
          {title}
        </h1>
        {lead && <p className={classes.lead}>{lead}</p>}
        <div className={classes.body}>{children}</div>
      </main>
    </div>
  );
}

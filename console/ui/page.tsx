/** The frame of every page behind the sign-in: its title, what can be done, and its content. */
import type { ReactNode } from 'react';
import { DocumentTitle } from './document-title.tsx';
import classes from './page.module.css';

type PageProps = {
  title: string;
  before?: ReactNode;
  heading?: ReactNode;
  aside?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

export function Page({ title, before, heading, aside, actions, children }: PageProps) {
  return (
    <div className={classes.page}>
      <DocumentTitle>{title}</DocumentTitle>
      {before}
      <header className={classes.header}>
        <div className={classes.heading}>
          {heading ?? <h1 className={classes.title}>{title}</h1>}
          {aside && <span className={classes.aside}>{aside}</span>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

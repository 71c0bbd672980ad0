/** The frame of pages that anybody may read: the reference and the problems. */
import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { referenceTexts } from '../texts/reference.ts';
import { t } from '../texts/texts.ts';
import { Wordmark } from './brand.tsx';
import { DocumentTitle } from './document-title.tsx';
import classes from './public-page.module.css';

export function PublicPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.page}>
      <DocumentTitle>{title}</DocumentTitle>
      <a className={classes.skip} href="#main">
        {t.shell.skip}
      </a>
      <header className={classes.top}>
        <Link to="/" className={classes.home} aria-label={referenceTexts.reference.console}>
          <Wordmark />
        </Link>
        <nav className={classes.nav} aria-label={t.shell.pages}>
          <NavLink to="/reference">{referenceTexts.reference.title}</NavLink>
          <NavLink to="/problems">{referenceTexts.problems.index}</NavLink>
        </nav>
      </header>
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
    </div>
  );
}

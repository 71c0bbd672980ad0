/** Lets nobody past who is not signed in, or has a second factor to set up first, and remembers where they wanted to go. */
import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from 'react-router';
import { awaitedFactors } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { isSignedOut } from '../../api/query-client.ts';
import { t } from '../../texts/texts.ts';
import { ProblemPage } from '../../ui/problem-notice.tsx';
import classes from './shell.module.css';

export function RequireSession() {
  const me = useQuery(queries.me());
  const { pathname, search } = useLocation();
  const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
  if (me.data) {
    const elsewhere = awaitedFactors(me.data) && pathname !== '/second-factor';
    return elsewhere ? <Navigate to={`/second-factor${next}`} replace /> : <Outlet />;
  }
  if (!me.error) {
    return (
      <div className={classes.starting} role="status" aria-label={t.loading}>
        <Loader size="sm" />
      </div>
    );
  }
  const problem = problemOf(me.error);
  if (!isSignedOut(problem)) return <ProblemPage problem={problem} onRetry={() => me.refetch()} />;
  return <Navigate to={`/sign-in${next}`} replace />;
}

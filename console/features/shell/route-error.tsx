/** When a page breaks, or its file cannot be loaded because a newer version was deployed meanwhile. */
import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { problemOf } from '../../api/problem.ts';
import { ProblemPage } from '../../ui/problem-notice.tsx';

export function RouteError() {
  const error = useRouteError();
  // For whoever looks for the cause: the page itself says only that something is wrong.
  useEffect(() => reportError(error), [error]);
  return (
    <main>
      <ProblemPage problem={problemOf(error)} onRetry={() => window.location.reload()} />
    </main>
  );
}

/** When a page breaks, or its file cannot be loaded because a newer version was deployed meanwhile. */
import { useRouteError } from 'react-router';
import { problemOf } from '../../api/problem.ts';
import { ProblemPage } from '../../ui/problem-notice.tsx';

export function RouteError() {
  return (
    <main>
      <ProblemPage problem={problemOf(useRouteError())} onRetry={() => window.location.reload()} />
    </main>
  );
}

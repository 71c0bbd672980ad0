/** Where one is signed in, and the ending of it. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { sessionTexts } from '../../texts/sessions.ts';
import { later } from '../../ui/later.ts';
import { ProblemPage } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { SessionList } from '../../ui/session-list.tsx';
import classes from './account.module.css';
import type { Ending } from './end-sessions-dialog.tsx';

const EndSessionsDialog = later(async () => (await import('./end-sessions-dialog.tsx')).EndSessionsDialog);

export function SessionsPage() {
  const sessions = useQuery(queries.mySessions());
  const [ending, setEnding] = useState<Ending>();
  if (sessions.error && !sessions.data)
    return <ProblemPage problem={problemOf(sessions.error)} onRetry={() => sessions.refetch()} />;
  const others = sessions.data?.items.some(({ current }) => !current);
  return (
    <Section
      title={sessionTexts.title}
      lead={sessionTexts.lead}
      actions={
        <div className={classes.endings}>
          {others && (
            <Button variant="default" onClick={() => setEnding('others')}>
              {sessionTexts.endOthers}
            </Button>
          )}
          <Button variant="default" onClick={() => setEnding('all')}>
            {sessionTexts.endAll}
          </Button>
        </div>
      }
    >
      <SessionList sessions={sessions.data?.items} onEnd={setEnding} />
      <Suspense>
        {ending && <EndSessionsDialog ending={ending} onClose={() => setEnding(undefined)} />}
      </Suspense>
    </Section>
  );
}

/** One import, in whatever state it is. What draws a state that has much to show comes with it. */
import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useRef } from 'react';
import { useParams } from 'react-router';
import type { ImportView } from '../../../shared/contract/imports.ts';
import { type Actor, may, useActor } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { importsTexts } from '../../texts/imports.ts';
import { t } from '../../texts/texts.ts';
import { later } from '../../ui/later.ts';
import { NotFound } from '../../ui/not-found.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemPage } from '../../ui/problem-notice.tsx';
import { Checking } from './checking.tsx';
import { Discarded, Failed, Gone, NotArrived } from './ended.tsx';
import { importQueries } from './import-queries.ts';

const ChooseColumns = later(async () => (await import('./choose-columns.tsx')).ChooseColumns);
const Plan = later(async () => (await import('./plan.tsx')).Plan);
const Run = later(async () => (await import('./run.tsx')).Run);

export function ImportPage() {
  const { org = '', import: id = '' } = useParams();
  const actor = useActor(org);
  const mayImport = actor !== undefined && may(actor, 'users.import');
  const it = useQuery({ ...importQueries.one(org, id), enabled: mayImport });
  if (!mayImport) return <NotFound />;
  if (it.data)
    return (
      <>
        <Announced state={it.data.state} />
        <Suspense fallback={<Waiting />}>
          <InItsState key={id} org={org} actor={actor} it={it.data} />
        </Suspense>
      </>
    );
  if (!it.error) return <Waiting />;
  const problem = problemOf(it.error);
  const isUnknown = problem.kind === 'not-found' || problem.kind === 'validation-failed';
  return isUnknown ? <Gone org={org} /> : <ProblemPage problem={problem} onRetry={() => it.refetch()} />;
}

export type ImportProps = { org: string; actor: Actor; it: ImportView };

function InItsState(props: ImportProps) {
  switch (props.it.state) {
    case 'awaiting-file':
      return <NotArrived {...props} />;
    case 'checking':
      return <Checking {...props} />;
    case 'needs-columns':
      return <ChooseColumns {...props} />;
    case 'checked':
      return <Plan {...props} />;
    case 'committed':
      return <Run {...props} />;
    case 'cancelled':
      return <Discarded {...props} />;
    case 'failed':
      return <Failed {...props} />;
  }
}

/** Says each state as it comes, to whoever does not see it. A button that went with the one before leaves the focus to the page. */
function Announced({ state }: { state: ImportView['state'] }) {
  const shown = useRef(state);
  useEffect(() => {
    if (shown.current === state) return;
    shown.current = state;
    if (document.activeElement === document.body)
      document.getElementById('main')?.focus({ preventScroll: true });
  }, [state]);
  return <VisuallyHidden role="status">{importsTexts.states[state]}</VisuallyHidden>;
}

function Waiting() {
  return (
    <Page title={t.loading} heading={<Skeleton height={28} width={280} />}>
      <Skeleton height={72} radius="lg" />
    </Page>
  );
}

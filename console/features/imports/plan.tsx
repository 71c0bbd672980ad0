/** What a file comes to, before anything is done: as a whole and row by row. */
import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { importsTexts } from '../../texts/imports.ts';
import { later } from '../../ui/later.ts';
import { CommitButton } from './commit-button.tsx';
import classes from './import.module.css';
import { ImportFacts } from './import-facts.tsx';
import { ImportFrame } from './import-frame.tsx';
import type { ImportProps } from './import-page.tsx';
import { PlanRows } from './plan-rows.tsx';
import { whatItDoes } from './plan-words.ts';
import { useDiscard } from './use-import-deeds.ts';

const words = importsTexts.plan;
const ChangeColumns = later(async () => (await import('./change-columns.tsx')).ChangeColumns);
const RecheckDialog = later(async () => (await import('./recheck-dialog.tsx')).RecheckDialog);

export function Plan({ org, actor, it }: ImportProps) {
  const [asked, setAsked] = useState<'columns' | 'recheck'>();
  if (asked === 'columns')
    return <ChangeColumns org={org} actor={actor} it={it} onBack={() => setAsked(undefined)} />;
  return (
    <ImportFrame org={org} it={it} deeds={<Deeds org={org} actor={actor} it={it} />}>
      <div className={classes.head}>
        <p id="what-it-does" className={classes.sum}>
          {whatItDoes(it)}
        </p>
        <ImportFacts org={org} it={it} onChange={setAsked} />
      </div>
      <PlanRows org={org} it={it}>
        <Button variant="subtle" size="compact-sm" onClick={() => setAsked('recheck')}>
          {words.again}
        </Button>
      </PlanRows>
      <Suspense>
        {asked === 'recheck' && <RecheckDialog org={org} it={it} onClose={() => setAsked(undefined)} />}
      </Suspense>
    </ImportFrame>
  );
}

function Deeds({ org, it }: ImportProps) {
  const discard = useDiscard(org, it);
  return (
    <>
      <Button variant="default" loading={discard.isPending} onClick={() => discard.mutate()}>
        {importsTexts.discard}
      </Button>
      <CommitButton org={org} it={it} />
    </>
  );
}

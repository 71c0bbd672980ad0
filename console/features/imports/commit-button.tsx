/** Does what the file was found to come to; asks where some of its rows are left out. */
import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import type { ImportView } from '../../../shared/contract/imports.ts';
import { importsTexts } from '../../texts/imports.ts';
import { formatNumber } from '../../ui/format.ts';
import { later } from '../../ui/later.ts';
import { concerned, countsOf, whatItDoes } from './plan-words.ts';
import { useCommit } from './use-import-deeds.ts';

const words = importsTexts.plan;
const Dialog = later(async () => (await import('../../ui/dialog.tsx')).Dialog);

export function CommitButton({ org, it }: { org: string; it: ImportView }) {
  const [asking, setAsking] = useState(false);
  const commit = useCommit(org, it);
  const { error } = countsOf(it);
  const count = formatNumber(concerned(it));
  const isNothing = concerned(it) === 0;
  return (
    <>
      <Button
        // Whoever comes to it hears why it does nothing.
        aria-disabled={isNothing || undefined}
        data-disabled={isNothing || undefined}
        aria-describedby="what-it-does"
        loading={commit.isPending}
        onClick={() => !isNothing && (error > 0 ? setAsking(true) : commit.mutate())}
      >
        {isNothing ? words.commitNothing : words.commit(count)}
      </Button>
      <Suspense>
        {asking && (
          <Dialog
            title={words.ask.title(formatNumber(error))}
            confirm={words.commit(count)}
            cancel={words.ask.keep}
            busy={commit.isPending}
            onConfirm={() => commit.mutate(undefined, { onSettled: () => setAsking(false) })}
            onClose={() => setAsking(false)}
          >
            <p>{whatItDoes(it)}</p>
            <p>{words.ask.lead(formatNumber(error))}</p>
          </Dialog>
        )}
      </Suspense>
    </>
  );
}

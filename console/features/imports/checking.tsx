/** A file that is being checked: how far it is. */
import { Button } from '@mantine/core';
import { importsTexts } from '../../texts/imports.ts';
import { formatNumber } from '../../ui/format.ts';
import classes from './import.module.css';
import { ImportFrame } from './import-frame.tsx';
import type { ImportProps } from './import-page.tsx';
import { useDiscard } from './use-import-deeds.ts';

const words = importsTexts.checking;

export function Checking({ org, it }: ImportProps) {
  const discard = useDiscard(org, it);
  const { done } = it.progress;
  return (
    <ImportFrame
      org={org}
      it={it}
      deeds={
        <Button variant="default" loading={discard.isPending} onClick={() => discard.mutate()}>
          {words.cancel}
        </Button>
      }
    >
      <section className={classes.panel} aria-label={words.label}>
        <h2>{words.title}</h2>
        {/* How many rows it has nobody knows before its end. */}
        <progress className={classes.endless} aria-label={words.label} />
        <p role="status" className={classes.count}>
          {done > 0 ? words.rows(formatNumber(done)) : words.begins}
        </p>
        <p className={classes.quiet}>{words.leave}</p>
      </section>
    </ImportFrame>
  );
}

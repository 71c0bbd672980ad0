/** A file with headings that nobody knows: what each of its columns is. */
import { Button } from '@mantine/core';
import { importsTexts } from '../../texts/imports.ts';
import { formatNumber } from '../../ui/format.ts';
import { ColumnsForm } from './columns-form.tsx';
import classes from './import.module.css';
import { ImportFrame } from './import-frame.tsx';
import type { ImportProps } from './import-page.tsx';
import { isUnknown } from './mapping.ts';
import { useCheck, useDiscard } from './use-import-deeds.ts';

const words = importsTexts.columns;

export function ChooseColumns({ org, it }: ImportProps) {
  const check = useCheck(org, it);
  const discard = useDiscard(org, it);
  const unknown = it.columns.filter(isUnknown).length;
  return (
    <ImportFrame
      org={org}
      it={it}
      deeds={
        <Button variant="default" loading={discard.isPending} onClick={() => discard.mutate()}>
          {importsTexts.discard}
        </Button>
      }
    >
      <h2 className={classes.subtitle}>{words.title}</h2>
      <p className={classes.lead}>{words.unknown(formatNumber(unknown))}</p>
      <ColumnsForm
        columns={it.columns}
        isSending={check.isPending}
        onCheck={columns => check.mutate({ columns })}
      />
    </ImportFrame>
  );
}

/** The columns of a file that was checked already, to be checked again as something else. */
import { Button } from '@mantine/core';
import { importsTexts } from '../../texts/imports.ts';
import { ColumnsForm } from './columns-form.tsx';
import classes from './import.module.css';
import { ImportFrame } from './import-frame.tsx';
import type { ImportProps } from './import-page.tsx';
import { useCheck } from './use-import-deeds.ts';

const words = importsTexts.columns;

export function ChangeColumns({ org, it, onBack }: ImportProps & { onBack: () => void }) {
  const check = useCheck(org, it);
  return (
    <ImportFrame org={org} it={it}>
      <h2 className={classes.subtitle}>{words.table}</h2>
      <p className={classes.lead}>{words.change}</p>
      <ColumnsForm
        columns={it.columns}
        isSending={check.isPending}
        onCheck={columns => check.mutate({ columns })}
        other={
          <Button variant="default" onClick={onBack}>
            {words.cancel}
          </Button>
        }
      />
    </ImportFrame>
  );
}

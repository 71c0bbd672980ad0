/** What is known of an import, and what of it can still be changed. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ImportView } from '../../../shared/contract/imports.ts';
import { takenColumns } from '../../../shared/contract/user-columns.ts';
import { importsTexts } from '../../texts/imports.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Somebody } from '../../ui/people/somebody.tsx';
import { Ago } from '../../ui/time.tsx';
import classes from './import.module.css';

const words = importsTexts.facts;

type FactsProps = {
  org: string;
  it: ImportView;
  /** Absent where nothing can be changed any more. */
  onChange?: (what: 'columns' | 'recheck') => void;
};

export function ImportFacts({ org, it, onChange }: FactsProps) {
  const taken = it.columns.filter(({ column }) => takenColumns.some(each => each === column)).length;
  return (
    <Facts>
      <Fact name={words.invitations}>
        {it.sendInvitations ? words.sent : words.notSent}
        {onChange && <Change label={words.changeInvitations} onClick={() => onChange('recheck')} />}
      </Fact>
      <Fact name={words.columns}>
        {words.taken(formatNumber(taken), formatNumber(it.columns.length))}
        {onChange && <Change label={words.changeColumns} onClick={() => onChange('columns')} />}
      </Fact>
      <Fact name={words.by}>
        <Somebody org={org} id={it.startedBy} />
      </Fact>
      <Fact name={words.started}>
        <Ago time={it.createdAt} />
      </Fact>
    </Facts>
  );
}

function Change({ label, onClick }: { label: string; onClick: () => void }): ReactNode {
  return (
    <Button
      className={classes.change}
      variant="subtle"
      size="compact-xs"
      aria-label={label}
      onClick={onClick}
    >
      {words.change}
    </Button>
  );
}

/** What is shown of a row of the file: whom it is about, what it comes to, and what changes or is wrong. */
import { VisuallyHidden } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { ImportRowView, RowChange, RowError, RowOutcome } from '../../../shared/contract/imports.ts';
import { importsTexts } from '../../texts/imports.ts';
import type { Column } from '../../ui/data-table.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Status, type Tone } from '../../ui/status.tsx';
import classes from './rows.module.css';

const words = importsTexts.plan;

const tones: Readonly<Record<RowOutcome, Tone>> = {
  create: 'good',
  update: 'accent',
  unchanged: 'faint',
  error: 'bad',
};

export function rowColumns(org: string): Column<ImportRowView>[] {
  const titles = words.columns;
  return [
    { key: 'who', title: titles.who, kind: 'lead', cell: row => <Who org={org} row={row} /> },
    {
      key: 'outcome',
      title: titles.outcome,
      cell: ({ outcome }) => <Status tone={tones[outcome]}>{importsTexts.outcomes[outcome]}</Status>,
    },
    { key: 'what', title: titles.what, cell: row => <What row={row} /> },
  ];
}

function Who({ org, row: { number, user, outcome, name, email } }: { org: string; row: ImportRowView }) {
  const isHere = user !== undefined && outcome !== 'create';
  return (
    <span className={classes.who}>
      <span className={classes.number}>{words.row(formatNumber(number))}</span>
      <span className={classes.words}>
        <bdi className={classes.name}>
          {isHere ? <Link to={`/o/${org}/users/${user}`}>{name || email}</Link> : name || words.nobody}
        </bdi>
        {email && <bdi className={classes.email}>{email}</bdi>}
      </span>
    </span>
  );
}

function What({ row: { outcome, changes, errors } }: { row: ImportRowView }) {
  if (errors.length + changes.length === 0) return <span className={classes.nothing}>–</span>;
  return (
    <ul className={classes.what}>
      {errors.map(error => (
        <Wrong key={`${error.heading} ${error.reason}`} error={error} />
      ))}
      {changes.map(change => (
        <Changed key={change.heading} change={change} isNew={outcome === 'create'} />
      ))}
    </ul>
  );
}

function Wrong({ error: { heading, value, reason, remedy } }: { error: RowError }) {
  return (
    <li>
      {heading && <b>{heading}</b>} {value && <bdi className={classes.value}>{value}</bdi>}
      <span className={classes.reason}>{reason}</span> <span className={classes.remedy}>{remedy}</span>
    </li>
  );
}

function Changed({ change: { heading, before, after }, isNew }: { change: RowChange; isNew: boolean }) {
  return (
    <li className={classes.change}>
      <b>{heading}</b>
      {!isNew && (
        <>
          <VisuallyHidden>{words.before}</VisuallyHidden>
          <Cell text={before} isOld />
          <IconArrowRight size={14} aria-hidden="true" />
          <VisuallyHidden>{words.after}</VisuallyHidden>
        </>
      )}
      <Cell text={after} />
    </li>
  );
}

function Cell({ text, isOld }: { text: string; isOld?: true }) {
  return <bdi className={isOld || !text ? classes.old : classes.new}>{text || words.nothingThere}</bdi>;
}

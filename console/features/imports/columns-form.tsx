/** The columns of a file, each with what it is taken for. */
import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { ImportColumn } from '../../../shared/contract/imports.ts';
import { takenColumns, type UserColumn, userHeadings } from '../../../shared/contract/user-columns.ts';
import { importsTexts } from '../../texts/imports.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Status } from '../../ui/status.tsx';
import classes from './columns.module.css';
import { findsNobody, isUnknown, type Mapping, twiceOf } from './mapping.ts';

const words = importsTexts.columns;

type FormProps = {
  columns: readonly ImportColumn[];
  isSending: boolean;
  onCheck: (mapping: Mapping) => void;
  /** Beside the button that checks. */
  other?: ReactNode;
};

export function ColumnsForm({ columns, isSending, onCheck, other }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [mapping, setMapping] = useState<Mapping>(() => columns.map(({ column }) => column ?? null));
  const twice = twiceOf(mapping, columns);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = form.current?.querySelector<HTMLElement>('select[aria-invalid="true"]');
    if (wrong) wrong.focus();
    else onCheck(mapping);
  };
  const rows = columns.map((column, at) => ({ ...column, at, is: mapping[at] ?? null, twice: twice[at] }));
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <DataTable
        label={words.table}
        columns={tableColumns((at, is) => setMapping(mapping.with(at, is)))}
        rows={rows}
        idOf={({ at }) => String(at)}
        onRetry={() => undefined}
        sorting={{ key: '', descending: false }}
        onSort={() => undefined}
        empty={null}
      />
      <div className={classes.foot}>
        {findsNobody(mapping) && <Status tone="waiting">{words.nobody}</Status>}
        <span className={classes.buttons}>
          {other}
          <Button type="submit" loading={isSending}>
            {words.check}
          </Button>
        </span>
      </div>
    </form>
  );
}

type Row = ImportColumn & {
  at: number;
  is: UserColumn | null;
  /** The heading of another column that is the same. */
  twice?: string;
};

function tableColumns(onChange: (at: number, is: UserColumn | null) => void): Column<Row>[] {
  return [
    {
      key: 'heading',
      title: words.heading,
      kind: 'lead',
      cell: ({ heading, column }) => (
        <span className={classes.heading}>
          <bdi>{heading || words.nameless}</bdi>
          {isUnknown({ heading, column }) && <Status tone="waiting">{words.unknownMark}</Status>}
        </span>
      ),
    },
    {
      key: 'samples',
      title: words.samples,
      cell: ({ samples }) => (
        <span className={classes.samples}>{samples?.filter(Boolean).join(' · ') || words.noSamples}</span>
      ),
    },
    { key: 'is', title: words.takenFor, cell: row => <Choice row={row} onChange={onChange} /> },
  ];
}

type ChoiceProps = { row: Row; onChange: (at: number, is: UserColumn | null) => void };

function Choice({ row: { at, heading, column, is, twice }, onChange }: ChoiceProps) {
  return (
    <NativeSelect
      className={classes.choice}
      aria-label={words.takenForOf(heading || words.nameless)}
      value={is ?? ''}
      error={twice !== undefined && words.twice(twice)}
      data={choicesFor(column)}
      onChange={event => onChange(at, allColumns.find(each => each === event.currentTarget.value) ?? null)}
    />
  );
}

const allColumns = Object.keys(userHeadings) as UserColumn[]; // Object.keys forgets what it was given

/** A column of an export that is never taken may stay what it is. */
function choicesFor(column: UserColumn | undefined) {
  const isKnown = column === undefined || takenColumns.some(taken => taken === column);
  return [
    { value: '', label: words.leaveOut },
    ...takenColumns.map(value => ({ value, label: userHeadings[value] })),
    ...(isKnown ? [] : [{ value: column, label: words.notTaken(userHeadings[column]) }]),
  ];
}

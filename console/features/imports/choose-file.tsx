/** Where a file comes from: chosen or dropped; and the one that was. */
import { Button, CloseButton } from '@mantine/core';
import { IconFileSpreadsheet, IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { mostToImport } from '../../../shared/contract/imports.ts';
import { importsTexts } from '../../texts/imports.ts';
import { formatBytes, formatNumber } from '../../ui/format.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { accepted, unfit } from './fit.ts';
import classes from './new-import.module.css';

const words = importsTexts.fresh.file;

type ChooseProps = { file: File | undefined; onFile: (file: File | undefined) => void };

export function ChooseFile({ file, onFile }: ChooseProps) {
  const input = useRef<HTMLInputElement>(null);
  const area = useFocusKept(file);
  const [refused, setRefused] = useState<ReturnType<typeof unfit>>();
  const take = (files: FileList | null) => {
    const chosen = files?.[0];
    if (!chosen) return;
    const why = unfit(chosen);
    setRefused(why);
    onFile(why ? undefined : chosen);
  };
  const choose = () => input.current?.click();
  return (
    <div ref={area} className={classes.choose}>
      {refused && (
        <ProblemNotice problem={{ kind: 'validation-failed', ...importsTexts.unfit[refused], errors: [] }} />
      )}
      <DropArea take={take}>
        {file ? (
          <Chosen file={file} onChange={choose} onRemove={() => onFile(undefined)} />
        ) : (
          <Nothing onChoose={choose} />
        )}
      </DropArea>
      <input
        ref={input}
        type="file"
        accept={accepted}
        aria-label={words.choose}
        tabIndex={-1}
        hidden
        onChange={event => {
          take(event.currentTarget.files);
          // The same file again is a choice, too: it may have been mended since.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

/** The button that was pressed gives way to another one, which takes the focus. */
function useFocusKept(file: File | undefined) {
  const area = useRef<HTMLDivElement>(null);
  const shown = useRef(file);
  useEffect(() => {
    if (shown.current === file) return;
    shown.current = file;
    area.current?.querySelector('button')?.focus();
  }, [file]);
  return area;
}

type DropProps = { take: (files: FileList | null) => void; children: ReactNode };

function DropArea({ take, children }: DropProps) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button within does the same by keyboard
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      {children}
    </div>
  );
}

function Nothing({ onChoose }: { onChoose: () => void }) {
  const { bytes, rows } = mostToImport;
  return (
    <div className={classes.nothing}>
      <IconFileUpload size={32} stroke={1.25} aria-hidden="true" />
      <p>{words.drop}</p>
      <Button variant="default" onClick={onChoose}>
        {words.choose}
      </Button>
      <p className={classes.quiet}>{words.limits(formatNumber(bytes / 1024 / 1024), formatNumber(rows))}</p>
    </div>
  );
}

type ChosenProps = { file: File; onChange: () => void; onRemove: () => void };

function Chosen({ file, onChange, onRemove }: ChosenProps) {
  return (
    <div className={classes.chosen}>
      <IconFileSpreadsheet size={28} stroke={1.25} aria-hidden="true" />
      <span className={classes.name} role="status">
        <bdi>{file.name}</bdi>
        <span className={classes.quiet}>{formatBytes(file.size)}</span>
      </span>
      <Button variant="default" size="xs" onClick={onChange}>
        {words.other}
      </Button>
      <CloseButton aria-label={words.remove} title={words.remove} onClick={onRemove} />
    </div>
  );
}

/** What sends the file, and how far it is. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { importsTexts } from '../../texts/imports.ts';
import { t } from '../../texts/texts.ts';
import { formatBytes } from '../../ui/format.ts';
import { Progress } from '../../ui/progress.tsx';
import classes from './new-import.module.css';

const words = importsTexts.sending;

/** In place of the button that was pressed. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus();

type SendingProps = {
  /** Undefined until one is chosen. */
  file: File | undefined;
  isSending: boolean;
  hasFailed: boolean;
  /** From 0 to 1. */
  progress: number;
  onStart: () => void;
  onStop: () => void;
};

export function Sending({ file, isSending, hasFailed, progress, onStart, onStop }: SendingProps) {
  const [wasUnderWay, setWasUnderWay] = useState(false);
  if (isSending && !wasUnderWay) setWasUnderWay(true);
  if (isSending && file) return <UnderWay size={file.size} progress={progress} onStop={onStop} />;
  return (
    <div className={classes.begin}>
      <Button ref={wasUnderWay ? takeFocus : undefined} disabled={!file} onClick={onStart}>
        {hasFailed ? t.tryAgain : importsTexts.fresh.start}
      </Button>
      <span className={classes.quiet}>{importsTexts.fresh.hint}</span>
    </div>
  );
}

function UnderWay({ size, progress, onStop }: { size: number; progress: number; onStop: () => void }) {
  const isThere = progress === 1;
  const sent = words.sent(formatBytes(size * progress), formatBytes(size));
  const said = isThere ? words.taking : sent;
  return (
    <div className={classes.sending}>
      <Progress label={words.label} value={progress * size} total={size} words={said} />
      <span className={classes.quiet}>{said}</span>
      {!isThere && (
        <Button ref={takeFocus} variant="default" size="xs" onClick={onStop}>
          {words.stop}
        </Button>
      )}
    </div>
  );
}

/** Where a picture comes from: chosen, dropped, or pasted. */
import { Button } from '@mantine/core';
import { IconPhotoUp } from '@tabler/icons-react';
import { type DragEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { pictureTypes } from '../../../shared/contract/pictures.ts';
import { pictureTexts } from '../../texts/picture.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import type { Unfit } from './open-picture.ts';
import classes from './picture.module.css';

type ChooseProps = { unfit: Unfit | undefined; onFile: (file: File) => void };

export function ChoosePicture({ unfit, onFile }: ChooseProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  const { over, ...drop } = useDrop(take);
  usePaste(take);
  return (
    <div className={classes.choose}>
      {unfit && (
        <ProblemNotice problem={{ kind: 'picture-unreadable', ...pictureTexts[unfit], errors: [] }} />
      )}
      <div className={classes.drop} data-over={over} {...drop}>
        <IconPhotoUp size={32} stroke={1.25} aria-hidden="true" />
        <p>{pictureTexts.drop}</p>
        <Button data-autofocus onClick={() => input.current?.click()}>
          {pictureTexts.choose}
        </Button>
        <p className={classes.types}>{pictureTexts.types}</p>
      </div>
      <input
        ref={input}
        type="file"
        accept={pictureTypes.join(',')}
        aria-label={pictureTexts.choose}
        tabIndex={-1}
        hidden
        onChange={event => {
          take(event.currentTarget.files);
          // The same file again is a choice, too.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

type Take = (files: FileList | null | undefined) => void;

function useDrop(take: Take) {
  const [over, setOver] = useState(false);
  return {
    over,
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer.files);
    },
  };
}

function usePaste(take: Take): void {
  const pasted = useEffectEvent((event: ClipboardEvent) => take(event.clipboardData?.files));
  useEffect(() => {
    const listen = (event: ClipboardEvent) => pasted(event);
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);
}

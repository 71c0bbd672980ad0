/** Keeps what was typed from being lost: closing, leaving and reloading ask first. */
import { Suspense, useEffect, useRef, useState } from 'react';
import { useBlocker } from 'react-router';
import { t } from '../texts/texts.ts';
import { later } from './later.ts';

const loadDialog = async () => (await import('./dialog.tsx')).Dialog;
const Dialog = later(loadDialog);

/** @param onClose closes without asking */
export function useUnsavedGuard(onClose: () => void) {
  const [asking, setAsking] = useState(false);
  // Known the moment a key is pressed, not with the next drawing: the next key may be Escape.
  const unsaved = useRef(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved.current && currentLocation.key !== nextLocation.key,
  );
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => unsaved.current && event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, []);
  // The router takes its time to forget a blocked step; the question goes at once.
  const blocked = blocker.state === 'blocked';
  useEffect(() => {
    if (blocked) setAsking(true);
  }, [blocked]);
  const closeNow = () => {
    unsaved.current = false;
    setAsking(false);
    onClose();
  };
  return {
    asking,
    note: (dirty: boolean) => {
      // By the time it is to ask, it must be there, connection or not.
      if (dirty) loadDialog().catch(() => undefined);
      unsaved.current = dirty;
    },
    close: () => (unsaved.current ? setAsking(true) : closeNow()),
    closeNow,
    keep: () => {
      setAsking(false);
      blocker.reset?.();
    },
    discard: () => {
      closeNow();
      blocker.proceed?.();
    },
  };
}

type DiscardProps = { text: string; onKeep: () => void; onDiscard: () => void };

export function DiscardDialog({ text, onKeep, onDiscard }: DiscardProps) {
  return (
    <Suspense>
      <Dialog
        title={t.unsaved.title}
        confirm={t.unsaved.discard}
        cancel={t.unsaved.keep}
        danger
        onConfirm={onDiscard}
        onClose={onKeep}
      >
        <p>{text}</p>
      </Dialog>
    </Suspense>
  );
}

/** Keeps what was typed from being lost: closing, leaving and reloading ask first. */
import { useEffect, useState } from 'react';
import { useBlocker } from 'react-router';
import { t } from '../texts/texts.ts';
import { Dialog } from './dialog.tsx';

/** @param unsaved whether there is anything to lose @param onClose closes without asking */
export function useUnsavedGuard(unsaved: boolean, onClose: () => void) {
  const [asking, setAsking] = useState(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.key !== nextLocation.key,
  );
  useEffect(() => {
    if (!unsaved) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [unsaved]);
  return {
    asking: asking || blocker.state === 'blocked',
    close: () => (unsaved ? setAsking(true) : onClose()),
    keep: () => {
      setAsking(false);
      blocker.reset?.();
    },
    discard: () => {
      setAsking(false);
      onClose();
      blocker.proceed?.();
    },
  };
}

type DiscardProps = { text: string; onKeep: () => void; onDiscard: () => void };

export function DiscardDialog({ text, onKeep, onDiscard }: DiscardProps) {
  return (
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
  );
}

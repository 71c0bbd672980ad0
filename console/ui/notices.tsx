/** Short messages at the edge of the window, some of which can take back what they tell of. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Problem } from '../api/problem.ts';
import { t } from '../texts/texts.ts';
import classes from './notices.module.css';

/** How long Undo is offered. Resting on the message keeps it. */
const undoFor = 8_000;

const common = () => ({ withBorder: true, closeButtonProps: { 'aria-label': t.close } });

export function notify(message: string): void {
  notifications.show({ ...common(), message });
}

export function notifyProblem({ title, detail }: Problem): void {
  notifications.show({ ...common(), title, message: detail, color: 'red', autoClose: 10_000 });
}

/** Tells that something was done, and takes it back if that is wanted. */
export function notifyWithUndo(message: string, undo: () => void): void {
  const id = crypto.randomUUID();
  const undoNow = () => {
    notifications.hide(id);
    undo();
  };
  notifications.show({
    ...common(),
    id,
    autoClose: undoFor,
    message: (
      <span className={classes.undoable}>
        {message}
        <Button variant="subtle" size="compact-sm" onClick={undoNow}>
          {t.undo}
        </Button>
      </span>
    ),
  });
}

/** A question in the middle of the window. */
import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import type { Problem } from '../api/problem.ts';
import { t } from '../texts/texts.ts';
import classes from './dialog.module.css';
import type { ContractForm } from './form.ts';
import { Modal } from './modal.tsx';
import { ProblemNotice } from './problem-notice.tsx';

type DialogProps = {
  title: string;
  children?: ReactNode;
  /** The words on the button that does it. */
  confirm: string;
  /** The words on the button that does not; null where there is nothing to decide. */
  cancel?: string | null;
  danger?: boolean;
  disabled?: boolean;
  busy?: boolean;
  problem?: Problem;
  onConfirm?: () => void;
  /** In place of `onConfirm`, for a dialog that is a form. */
  form?: ContractForm<never>['props'];
  /** What the button that does not do it does instead of closing. */
  onCancel?: () => void;
  onClose: () => void;
};

export function Dialog(props: DialogProps) {
  const {
    title,
    children,
    confirm,
    cancel = t.cancel,
    danger,
    disabled,
    busy,
    problem,
    onConfirm,
    form,
    onClose,
    onCancel = onClose,
  } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!disabled && !busy) onConfirm?.();
  };
  return (
    <Modal onClose={onClose} title={title}>
      <form className={classes.form} onSubmit={submit} noValidate {...form}>
        {problem && <ProblemNotice problem={problem} />}
        {children}
        <div className={classes.buttons}>
          {cancel !== null && (
            <Button variant="default" onClick={onCancel} data-autofocus={danger || undefined}>
              {cancel}
            </Button>
          )}
          <Button type="submit" color={danger ? 'red.8' : undefined} disabled={disabled} loading={busy}>
            {confirm}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

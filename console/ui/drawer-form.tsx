/** A form in a drawer: what is wrong above, its fields, and its buttons at the foot. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../texts/texts.ts';
import { Drawer } from './drawer.tsx';
import classes from './drawer-form.module.css';
import type { ContractForm } from './form.ts';
import { useReturnFocus } from './return-focus.ts';
import { DiscardDialog, useUnsavedGuard } from './unsaved.tsx';

type FormDrawerProps = {
  title: string;
  /** What is lost when it is closed. */
  discard: string;
  onClose: () => void;
  children: (guard: Guard) => ReactNode;
};

export type Guard = Pick<ReturnType<typeof useUnsavedGuard>, 'note' | 'close' | 'closeNow'>;

/** A drawer that is there as long as it is drawn, and does not lose what was typed. */
export function FormDrawer({ title, discard, onClose, children }: FormDrawerProps) {
  const guard = useUnsavedGuard(onClose);
  useReturnFocus();
  return (
    <Drawer opened onClose={guard.close} title={title} width={480}>
      {children(guard)}
      {guard.asking && <DiscardDialog text={discard} onKeep={guard.keep} onDiscard={guard.discard} />}
    </Drawer>
  );
}

type DrawerFormProps = {
  form: Partial<ContractForm<never>['props']>;
  submit: string;
  busy: boolean;
  disabled?: boolean;
  onCancel: () => void;
  children: ReactNode;
};

export function DrawerForm({ form, submit, busy, disabled, onCancel, children }: DrawerFormProps) {
  return (
    <form {...form} className={classes.form}>
      <div className={classes.content}>{children}</div>
      <div className={classes.footer}>
        <Button variant="default" onClick={onCancel}>
          {t.cancel}
        </Button>
        <Button type="submit" loading={busy} disabled={disabled}>
          {submit}
        </Button>
      </div>
    </form>
  );
}

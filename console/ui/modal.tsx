/** A window over the page, without a life of its own: it is there as long as it is drawn. */
import { Modal as MantineModal } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../texts/texts.ts';
import classes from './modal.module.css';
import { useReturnFocus } from './return-focus.ts';
import { useScrollLock } from './scroll-lock.ts';

type ModalProps = { title: string; onClose: () => void; children: ReactNode };

export function Modal({ title, onClose, children }: ModalProps) {
  useScrollLock(true);
  useReturnFocus();
  return (
    <MantineModal.Root opened onClose={onClose} returnFocus={false} radius="lg">
      <MantineModal.Overlay />
      <MantineModal.Content>
        {/* Mantine makes it a <header>, which would be one more banner of the page. */}
        <MantineModal.Header role="presentation" className={classes.header}>
          <MantineModal.Title className={classes.title}>{title}</MantineModal.Title>
          <MantineModal.CloseButton aria-label={t.close} />
        </MantineModal.Header>
        <MantineModal.Body className={classes.body}>{children}</MantineModal.Body>
      </MantineModal.Content>
    </MantineModal.Root>
  );
}

/** A sheet from the side of the window. What is in it begins afresh each time it is opened. */
import { Drawer as MantineDrawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../texts/texts.ts';
import classes from './drawer.module.css';
import { useScrollLock } from './scroll-lock.ts';

type DrawerProps = {
  opened: boolean;
  onClose: () => void;
  title: string;
  width: number;
  side?: 'left' | 'right';
  children: ReactNode;
};

export function Drawer({ opened, onClose, title, width, side = 'right', children }: DrawerProps) {
  useScrollLock(opened);
  return (
    <MantineDrawer.Root opened={opened} onClose={onClose} position={side} size={width}>
      <MantineDrawer.Overlay />
      <MantineDrawer.Content>
        <div className={classes.sheet}>
          {/* Mantine makes it a <header>, which would be one more banner of the page. */}
          <MantineDrawer.Header role="presentation" className={classes.header} data-side={side}>
            <MantineDrawer.Title className={classes.title}>{title}</MantineDrawer.Title>
            <MantineDrawer.CloseButton aria-label={t.close} />
          </MantineDrawer.Header>
          <MantineDrawer.Body className={classes.body}>{children}</MantineDrawer.Body>
        </div>
      </MantineDrawer.Content>
    </MantineDrawer.Root>
  );
}

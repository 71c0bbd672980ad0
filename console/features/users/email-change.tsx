/** An address that waits to be confirmed, with the time that is left for it. */
import { VisuallyHidden } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import type { EmailChangeView } from '../../../shared/contract/users.ts';
import { usersTexts } from '../../texts/users.ts';
import { useHasCome } from '../../ui/now.ts';
import { Countdown } from '../../ui/time.tsx';
import classes from './email-change.module.css';

export function EmailChangeHint({ change: { email, expiresAt } }: { change: EmailChangeView }) {
  const words = usersTexts.users.emailChange;
  const over = useHasCome(expiresAt);
  return (
    <span className={classes.emailChange} title={words.hint}>
      <IconMailForward size={15} aria-hidden="true" />
      <span>
        <VisuallyHidden>{words.hint} </VisuallyHidden>
        <bdi>{email}</bdi>
        <span className={classes.left}>
          {over ? words.over : <Countdown until={expiresAt} words={words.left} />}
        </span>
      </span>
    </span>
  );
}

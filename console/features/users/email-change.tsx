/** An address that waits to be confirmed, with the time that is left for it. */
import type { EmailChangeView } from '../../../shared/contract/users.ts';
import { t } from '../../texts/texts.ts';
import { useHasCome } from '../../ui/now.ts';
import { Countdown } from '../../ui/time.tsx';
import classes from './users.module.css';

export function EmailChangeHint({ change: { email, expiresAt } }: { change: EmailChangeView }) {
  const words = t.users.emailChange;
  const over = useHasCome(expiresAt);
  return (
    <span className={classes.emailChange}>
      <bdi>{words.hint(email)}</bdi>
      {over ? <span>{words.over}</span> : <Countdown until={expiresAt} words={words.left} />}
    </span>
  );
}

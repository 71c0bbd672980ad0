/** Above the pages of a suspended organization, for those who look at it all the same. */
import { IconPlayerPause } from '@tabler/icons-react';
import { suspendedTexts as words } from '../../texts/suspended.ts';
import { formatDate } from '../../ui/format.ts';
import classes from './suspended.module.css';

export function SuspendedNote({ since }: { since: string }) {
  return (
    <p className={classes.strip}>
      <IconPlayerPause size={16} aria-hidden="true" />
      {words.since(formatDate(since))}
    </p>
  );
}

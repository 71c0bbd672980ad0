/** What can be done with those who are chosen: it comes up from below as soon as somebody is. */
import { Button } from '@mantine/core';
import { membersTexts as words } from '../../texts/members.ts';
import { formatNumber } from '../format.ts';
import classes from './members.module.css';
import type { Selection } from './use-selection.ts';

type BarProps = { selection: Selection; busy: boolean; onRemove: () => void };

export function SelectionBar({ selection, busy, onRemove }: BarProps) {
  const count = selection.people.length;
  return (
    <div className={classes.selected} data-shown={count > 0 || undefined} role="status">
      {count > 0 && (
        <>
          <span className={classes.count}>{words.selected(formatNumber(count))}</span>
          <Button size="xs" variant="default" onClick={selection.clear}>
            {words.clear}
          </Button>
          <Button size="xs" loading={busy} onClick={onRemove}>
            {words.remove}
          </Button>
        </>
      )}
    </div>
  );
}

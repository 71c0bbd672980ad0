/** Adding people: found by typing, several at once; to a group also by a pasted list. */
import { Button } from '@mantine/core';
import { IconClipboardList, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { membersTexts as words } from '../../texts/members.ts';
import { FormDrawer } from '../drawer-form.tsx';
import { PastePeople } from './paste-people.tsx';
import classes from './people.module.css';
import { PickPeople } from './pick-people.tsx';
import type { Team } from './team.ts';

type PickerProps = { team: Team; onClose: () => void };

export function PeoplePicker({ team, onClose }: PickerProps) {
  const [way, setWay] = useState<'pick' | 'paste'>('pick');
  const Icon = way === 'pick' ? IconClipboardList : IconSearch;
  return (
    <FormDrawer title={words.picker.title(team.name)} discard={words.picker.discard} onClose={onClose}>
      {guard => {
        const other = team.change && (
          <Button
            className={classes.other}
            variant="subtle"
            size="compact-sm"
            leftSection={<Icon size={15} aria-hidden="true" />}
            onClick={() => {
              guard.note(false);
              setWay(way === 'pick' ? 'paste' : 'pick');
              requestAnimationFrame(focusFirst);
            }}
          >
            {way === 'pick' ? words.picker.paste : words.picker.pick}
          </Button>
        );
        return way === 'pick' ? (
          <PickPeople team={team} guard={guard} other={other} />
        ) : (
          <PastePeople team={team} guard={guard} other={other} />
        );
      }}
    </FormDrawer>
  );
}

/** The button that was pressed is gone with the way that it left. */
function focusFirst(): void {
  document.querySelector<HTMLElement>('[role="dialog"] [data-autofocus]')?.focus();
}

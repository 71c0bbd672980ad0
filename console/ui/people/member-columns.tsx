/** The columns of a list of members. */
import { ActionIcon, Checkbox } from '@mantine/core';
import { IconUserMinus } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { MemberView } from '../../../shared/contract/groups.ts';
import type { UserStatus } from '../../../shared/contract/users.ts';
import { membersTexts as words } from '../../texts/members.ts';
import { t } from '../../texts/texts.ts';
import type { Column } from '../data-table.tsx';
import { Person } from '../person.tsx';
import { Status, type Tone } from '../status.tsx';
import classes from './members.module.css';
import { mayRemove, type Team } from './team.ts';
import type { Selection } from './use-selection.ts';

const tones: Readonly<Record<UserStatus, Tone>> = {
  active: 'good',
  invited: 'waiting',
  inactive: 'faint',
  archived: 'faint',
};

type Setup = {
  team: Team;
  /** Absent where nothing can be changed. */
  selection: Selection | undefined;
  onRemove: (member: MemberView) => void;
};

export function memberColumns({ team, selection, onRemove }: Setup): Column<MemberView>[] {
  const { columns } = words;
  const menu: Column<MemberView> = {
    key: 'remove',
    title: columns.remove,
    kind: 'menu',
    cell: member => mayRemove(team, member) && <RemoveButton member={member} onRemove={onRemove} />,
  };
  return [
    {
      key: 'name',
      title: columns.name,
      kind: 'lead',
      cell: member => (
        <span className={classes.who}>
          {selection && <Select member={member} selection={selection} disabled={!mayRemove(team, member)} />}
          <Person person={member}>
            <Link className={classes.name} to={`/o/${team.org}/users/${member.id}`}>
              {member.displayName}
            </Link>
          </Person>
        </span>
      ),
    },
    { key: 'role', title: columns.role, cell: ({ role }) => t.roles[role].name },
    {
      key: 'status',
      title: columns.status,
      cell: ({ status }) => <Status tone={tones[status]}>{t.statuses[status]}</Status>,
    },
    ...(selection ? [menu] : []),
  ];
}

type SelectProps = { member: MemberView; selection: Selection; disabled: boolean };

function Select({ member, selection, disabled }: SelectProps) {
  return (
    <Checkbox
      className={classes.select}
      size="xs"
      aria-label={words.select(member.displayName)}
      checked={selection.has(member)}
      disabled={disabled}
      onChange={event => selection.set([member], event.currentTarget.checked)}
    />
  );
}

type RemoveProps = { member: MemberView; onRemove: (member: MemberView) => void };

function RemoveButton({ member, onRemove }: RemoveProps) {
  const label = words.removeOf(member.displayName);
  return (
    <ActionIcon size="md" aria-label={label} title={label} onClick={() => onRemove(member)}>
      <IconUserMinus size={18} aria-hidden="true" />
    </ActionIcon>
  );
}

/** The columns of the list, of which its reader chooses. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { UserView } from '../../../shared/contract/users.ts';
import { t } from '../../texts/texts.ts';
import { usersTexts } from '../../texts/users.ts';
import { Chips } from '../../ui/chips.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Person } from '../../ui/person.tsx';
import { Ago, Day } from '../../ui/time.tsx';
import { UserStatus } from '../../ui/user-status.tsx';
import { EmailChangeHint } from './email-change.tsx';
import { DeliveryWords, InvitationWords } from './invitation-words.tsx';
import { type ColumnKey, shownColumns } from './list-columns.ts';
import { type ListState, sorts } from './list-state.ts';
import { MfaWords } from './mfa-words.tsx';
import { RowMenu } from './row-menu.tsx';
import type { UserActions } from './use-user-actions.ts';
import classes from './users.module.css';

type UserColumn = Column<UserView>;

export function columnsOf({ tab, columns }: ListState, actions: UserActions): UserColumn[] {
  const titles = usersTexts.users.columns;
  const name: UserColumn = { key: 'name', title: titles.name, kind: 'lead', sortable: true, cell: nameCell };
  const menu: UserColumn = {
    key: 'menu',
    title: titles.menu,
    kind: 'menu',
    cell: user => <RowMenu user={user} actions={actions} />,
  };
  return [name, ...shownColumns(tab, columns).map(key => columnOf(key, columns !== undefined)), menu];
}

/** Those that somebody has chosen are shown wherever they look; of the usual ones, some only where there is room. */
function columnOf(key: ColumnKey, chosen: boolean): UserColumn {
  return {
    key,
    title: usersTexts.users.columns[key],
    cell: cells[key],
    ...(!chosen && whereThereIsRoom.includes(key) && { kind: 'wide' }),
    ...(sorts.some(sort => sort === key) && { sortable: true }),
  };
}

const whereThereIsRoom: readonly ColumnKey[] = ['sent', 'groups', 'projects', 'username', 'createdAt'];

const cells: Readonly<Record<ColumnKey, (user: UserView) => ReactNode>> = {
  username: user => user.username ?? none(),
  email: user => <bdi className={classes.email}>{user.email}</bdi>,
  role: roleCell,
  status: user => <UserStatus user={user} />,
  delivery: ({ invitation }) => <DeliveryWords invitation={invitation} />,
  expiry: ({ invitation }) => <InvitationWords invitation={invitation} />,
  sent: ({ invitation }) => ago(invitation?.sentAt),
  approved: ({ approved }) => usersTexts.users.approved[approved ? 'true' : 'false'],
  type: ({ home }) => <span className={classes.type}>{usersTexts.users.types[home ? 'own' : 'guest']}</span>,
  mfa: ({ mfa }) => <MfaWords mfa={mfa} />,
  lastActiveAt: user => ago(user.lastActiveAt),
  createdAt: user => <Day time={user.createdAt} />,
  groups: ({ groups }) => chips(groups),
  projects: ({ projects }) => chips(projects),
};

/** The first, and how many more. */
function chips(all: UserView['groups'] | UserView['projects']) {
  return all.length > 0 ? <Chips all={all} most={1} /> : none();
}

function roleCell({ role, customRoles }: UserView) {
  return (
    <div className={classes.role}>
      {t.roles[role].name}
      {customRoles.length > 0 && <Chips all={customRoles} most={1} />}
    </div>
  );
}

function nameCell(user: UserView) {
  return (
    <>
      <Person person={user}>
        <Link className={classes.name} to={`/o/${user.organization}/users/${user.id}`}>
          {user.displayName}
        </Link>
      </Person>
      {user.emailChange && <EmailChangeHint change={user.emailChange} />}
    </>
  );
}

function ago(time: string | undefined) {
  return time ? <Ago time={time} /> : none(t.never);
}

function none(words = '–') {
  return <span className={classes.none}>{words}</span>;
}

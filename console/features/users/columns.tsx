/** The columns of each tab. */
import { Link } from 'react-router';
import type { UserView } from '../../../shared/contract/users.ts';
import { t } from '../../texts/texts.ts';
import type { Column } from '../../ui/data-table.tsx';
import { Person } from '../../ui/person.tsx';
import { Ago, Day } from '../../ui/time.tsx';
import { DeliveryWords, InvitationWords, StatusWords } from './invitation-words.tsx';
import type { Tab } from './list-state.ts';
import { RowMenu } from './row-menu.tsx';
import type { UserActions } from './use-user-actions.ts';
import classes from './users.module.css';

type UserColumn = Column<UserView>;

export function columnsOf(tab: Tab, actions: UserActions): UserColumn[] {
  const { columns } = t.users;
  const name: UserColumn = { key: 'name', title: columns.name, kind: 'lead', sortable: true, cell: nameCell };
  const role: UserColumn = { key: 'role', title: columns.role, cell: ({ role }) => t.roles[role].name };
  const menu: UserColumn = {
    key: 'menu',
    title: columns.menu,
    kind: 'menu',
    cell: user => <RowMenu user={user} actions={actions} />,
  };
  return [name, role, ...(tab === 'pending' ? pendingColumns() : memberColumns()), menu];
}

function pendingColumns(): UserColumn[] {
  const { columns } = t.users;
  return [
    {
      key: 'delivery',
      title: columns.delivery,
      cell: ({ invitation }) => <DeliveryWords invitation={invitation} />,
    },
    {
      key: 'expiry',
      title: columns.expiry,
      cell: ({ invitation }) => <InvitationWords invitation={invitation} />,
    },
    { key: 'sent', title: columns.sent, kind: 'wide', cell: ({ invitation }) => ago(invitation?.sentAt) },
  ];
}

function memberColumns(): UserColumn[] {
  const { columns } = t.users;
  return [
    { key: 'status', title: columns.status, cell: user => <StatusWords user={user} /> },
    { key: 'lastActive', title: columns.lastActive, cell: ({ lastActiveAt }) => ago(lastActiveAt) },
    { key: 'username', title: columns.username, kind: 'wide', cell: ({ username }) => username ?? none() },
    {
      key: 'created',
      title: columns.created,
      kind: 'wide',
      cell: ({ createdAt }) => <Day time={createdAt} />,
    },
  ];
}

function nameCell(user: UserView) {
  return (
    <Person person={user}>
      <Link className={classes.name} to={`/o/${user.organization}/users/${user.id}`}>
        {user.displayName}
      </Link>
    </Person>
  );
}

function ago(time: string | undefined) {
  return time ? <Ago time={time} /> : none(t.never);
}

function none(words = '–') {
  return <span className={classes.none}>{words}</span>;
}

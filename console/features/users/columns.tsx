/** The columns of each tab. */
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
import type { Tab } from './list-state.ts';
import { MfaWords } from './mfa-words.tsx';
import { RowMenu } from './row-menu.tsx';
import type { UserActions } from './use-user-actions.ts';
import classes from './users.module.css';

type UserColumn = Column<UserView>;

export function columnsOf(tab: Tab, actions: UserActions): UserColumn[] {
  const { columns } = usersTexts.users;
  const name: UserColumn = { key: 'name', title: columns.name, kind: 'lead', sortable: true, cell: nameCell };
  const role: UserColumn = { key: 'role', title: columns.role, cell: roleCell };
  const menu: UserColumn = {
    key: 'menu',
    title: columns.menu,
    kind: 'menu',
    cell: user => <RowMenu user={user} actions={actions} />,
  };
  return [name, role, ...between[tab](), menu];
}

const between: Readonly<Record<Tab, () => UserColumn[]>> = {
  active: memberColumns,
  pending: pendingColumns,
  archived: archivedColumns,
};

function pendingColumns(): UserColumn[] {
  const { columns } = usersTexts.users;
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
  const { columns } = usersTexts.users;
  return [
    { key: 'status', title: columns.status, cell: user => <UserStatus user={user} /> },
    { key: 'mfa', title: columns.mfa, cell: ({ mfa }) => <MfaWords mfa={mfa} /> },
    lastActive(),
    chips('groups'),
    chips('projects'),
  ];
}

/** Their status is the tab's; the username is what is asked for again when they are restored. */
function archivedColumns(): UserColumn[] {
  return [lastActive(), username(), created()];
}

/** The first, and how many more. */
function chips(of: 'groups' | 'projects'): UserColumn {
  const title = usersTexts.userLabels[of];
  const cell = (user: UserView) => (user[of].length > 0 ? <Chips all={user[of]} most={1} /> : none());
  return { key: of, title, kind: 'wide', cell };
}

function roleCell({ role, customRoles }: UserView) {
  return (
    <div className={classes.role}>
      {t.roles[role].name}
      {customRoles.length > 0 && <Chips all={customRoles} most={1} />}
    </div>
  );
}

function lastActive(): UserColumn {
  const title = usersTexts.users.columns.lastActive;
  return { key: 'lastActive', title, cell: ({ lastActiveAt }) => ago(lastActiveAt) };
}

function username(): UserColumn {
  const title = usersTexts.users.columns.username;
  return { key: 'username', title, kind: 'wide', cell: user => user.username ?? none() };
}

function created(): UserColumn {
  const title = usersTexts.users.columns.created;
  return { key: 'created', title, kind: 'wide', cell: ({ createdAt }) => <Day time={createdAt} /> };
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

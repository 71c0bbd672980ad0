/** The columns of all users. */
import { Link } from 'react-router';
import type { OutputOf } from '../../../shared/contract/routes.ts';
import { organizationsTexts } from '../../texts/organizations.ts';
import { t } from '../../texts/texts.ts';
import type { Column } from '../../ui/data-table.tsx';
import { Person } from '../../ui/person.tsx';
import { Ago } from '../../ui/time.tsx';
import { UserStatus } from '../../ui/user-status.tsx';
import classes from './all-users.module.css';

type Row = OutputOf<'list-all-users'>['items'][number];

const titles = organizationsTexts.users.columns;

export const columns: readonly Column<Row>[] = [
  {
    key: 'name',
    title: titles.name,
    kind: 'lead',
    cell: ({ user }) => (
      <Person person={user}>
        <Link className={classes.name} to={`/o/${user.organization}/users/${user.id}`}>
          {user.displayName}
        </Link>
      </Person>
    ),
  },
  {
    key: 'organization',
    title: titles.organization,
    sortable: true,
    cell: ({ organization }) => <bdi className={classes.organization}>{organization.name}</bdi>,
  },
  { key: 'role', title: titles.role, cell: ({ user }) => t.roles[user.role].name },
  { key: 'status', title: titles.status, cell: ({ user }) => <UserStatus user={user} /> },
  {
    key: 'lastActive',
    title: titles.lastActive,
    kind: 'wide',
    cell: ({ user: { lastActiveAt } }) =>
      lastActiveAt ? <Ago time={lastActiveAt} /> : <span className={classes.none}>{t.never}</span>,
  },
];

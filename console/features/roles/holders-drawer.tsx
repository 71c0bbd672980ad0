/** Who has a custom role: the groups that carry it, and the users to whom it was given, a page at a time. */
import { Skeleton } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CustomRoleView } from '../../../shared/contract/custom-roles.ts';
import type { OutputOf } from '../../../shared/contract/routes.ts';
import { accessQueries } from '../../api/access-queries.ts';
import { problemOf } from '../../api/problem.ts';
import { roleTexts as words } from '../../texts/roles.ts';
import { Drawer } from '../../ui/drawer.tsx';
import { Empty } from '../../ui/empty.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Pages } from '../../ui/pages.tsx';
import { Person } from '../../ui/person.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useReturnFocus } from '../../ui/return-focus.ts';
import classes from './roles.module.css';

type HoldersProps = { org: string; role: CustomRoleView; onClose: () => void };

export function HoldersDrawer({ org, role, onClose }: HoldersProps) {
  useReturnFocus();
  return (
    <Drawer opened onClose={onClose} title={words.holders.title(role.name)} width={440}>
      <div className={classes.holders}>
        <Holders org={org} role={role} />
      </div>
    </Drawer>
  );
}

const perPage = 20;

function Holders({ org, role }: { org: string; role: CustomRoleView }) {
  /** Where each page begins. */
  const [cursors, setCursors] = useState<readonly (string | undefined)[]>([undefined]);
  const page = useQuery(accessQueries.roleHolders(org, role.id, cursors.at(-1), perPage));
  if (page.error && !page.data)
    return <ProblemNotice problem={problemOf(page.error)} onRetry={() => page.refetch()} />;
  if (!page.data) return <Skeleton height={120} aria-busy="true" />;
  const { items, groups, nextCursor } = page.data;
  if (items.length + groups.length === 0 && cursors.length === 1)
    return (
      <Empty icon={<IconUsers />} title={words.holders.nobody}>
        {words.holders.nobodyLead}
      </Empty>
    );
  return (
    <>
      {groups.length > 0 && <Groups groups={groups} />}
      <section>
        <h3>{words.holders.users}</h3>
        {items.length === 0 && <p className={classes.faint}>{words.holders.noUsers}</p>}
        <ul className={classes.list}>
          {items.map(user => (
            <li key={user.id}>
              <Person person={user}>
                <Link to={`/o/${org}/users/${user.id}`}>{user.displayName}</Link>
              </Person>
            </li>
          ))}
        </ul>
      </section>
      <Pages
        page={cursors.length}
        onPrevious={cursors.length > 1 ? () => setCursors(cursors.slice(0, -1)) : undefined}
        onNext={nextCursor ? () => setCursors([...cursors, nextCursor]) : undefined}
      />
    </>
  );
}

type Groups = OutputOf<'list-role-holders'>['groups'];

function Groups({ groups }: { groups: Groups }) {
  return (
    <section>
      <h3>{words.holders.groups}</h3>
      <ul className={classes.list}>
        {groups.map(({ id, name, members }) => (
          <li key={id} className={classes.group}>
            <bdi>{name}</bdi>
            <span className={classes.faint}>{words.members(formatNumber(members))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

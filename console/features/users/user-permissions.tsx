/** What a user may do in the applications, and why: everything they hold, with all that gives it. */
import { Button, Skeleton, TextInput } from '@mantine/core';
import { IconInfoCircle, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EffectivePermission, EffectivePermissions } from '../../../shared/contract/access.ts';
import type { UserView } from '../../../shared/contract/users.ts';
import { accessQueries } from '../../api/access-queries.ts';
import { problemOf } from '../../api/problem.ts';
import { permissionTexts } from '../../texts/permissions.ts';
import { PermissionName } from '../../ui/permission-name.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { byApplication, matchingPermissions, sourceWords } from './permission-words.ts';
import page from './user-page.module.css';
import classes from './user-permissions.module.css';

const words = permissionTexts.page;

export function UserPermissions({ user, isOwn }: { user: UserView; isOwn: boolean }) {
  const held = useQuery(accessQueries.userPermissions(user.organization, user.id));
  return (
    <section className={`${page.section} ${classes.section}`} aria-labelledby="permissions">
      <h2 id="permissions">{isOwn ? words.titleOwn : words.title}</h2>
      {held.error && !held.data && (
        <ProblemNotice problem={problemOf(held.error)} onRetry={() => held.refetch()} />
      )}
      {held.isPending && <Skeleton height={160} aria-busy="true" />}
      {held.data && <Held held={held.data} />}
    </section>
  );
}

/** So many stand there at first. */
const few = 12;

function Held({ held: { everything, works, items } }: { held: EffectivePermissions }) {
  const [typed, setTyped] = useState('');
  const [all, setAll] = useState(false);
  const found = matchingPermissions(items, typed);
  const shown = all || typed ? found : found.slice(0, few);
  if (items.length === 0 && !everything) return <p className={page.explained}>{words.nothingLead}</p>;
  return (
    <>
      <p className={page.explained}>{everything ? words.everything : words.lead}</p>
      {!works && (
        <p className={classes.off}>
          <IconInfoCircle size={16} aria-hidden="true" />
          {words.notWorking}
        </p>
      )}
      {items.length > 5 && (
        <TextInput
          className={classes.filter}
          size="xs"
          aria-label={words.filter}
          placeholder={words.filter}
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
        />
      )}
      <p className={classes.found} role="status">
        {typed && (found.length > 0 ? words.found(found.length) : words.notFound(typed))}
      </p>
      {byApplication(shown).map(([application, permissions]) => (
        <OfApplication key={application} name={application} permissions={permissions} />
      ))}
      {shown.length < found.length && (
        <Button variant="default" size="xs" onClick={() => setAll(true)}>
          {words.showAll(found.length)}
        </Button>
      )}
    </>
  );
}

type OfApplicationProps = { name: string; permissions: readonly EffectivePermission[] };

function OfApplication({ name, permissions }: OfApplicationProps) {
  return (
    <table className={classes.permissions}>
      <caption>{name}</caption>
      <thead className={classes.unseen}>
        <tr>
          <th scope="col">{words.permission}</th>
          <th scope="col">{words.from}</th>
        </tr>
      </thead>
      <tbody>
        {permissions.map(permission => (
          <OnePermission key={permission.key} permission={permission} />
        ))}
      </tbody>
    </table>
  );
}

function OnePermission({ permission }: { permission: EffectivePermission }) {
  return (
    <tr>
      <th scope="row">
        <PermissionName permission={permission} />
      </th>
      <td>
        <ul className={classes.sources}>
          {permission.sources.map(sourceWords).map(source => (
            <li key={source}>
              <bdi>{source}</bdi>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

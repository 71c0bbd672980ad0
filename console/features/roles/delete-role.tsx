/** Deleting a custom role, once it was seen what that takes from whom. */
import { Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CustomRoleView } from '../../../shared/contract/custom-roles.ts';
import type { OutputOf } from '../../../shared/contract/routes.ts';
import { accessQueries } from '../../api/access-queries.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { roleTexts as words } from '../../texts/roles.ts';
import { DeleteDialog } from '../../ui/delete-dialog.tsx';
import { formatNumber } from '../../ui/format.ts';
import { type Loss, Losses } from '../../ui/losses.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { dropRole } from './role-cache.ts';

type DeleteProps = { org: string; role: CustomRoleView; onDeleted: () => void; onClose: () => void };

/** As many as the API tells at once. */
const asMany = 200;

export function DeleteRole({ org, role, onDeleted, onClose }: DeleteProps) {
  const client = useQueryClient();
  const holders = useQuery(accessQueries.roleHolders(org, role.id, undefined, asMany));
  const applications = useQuery(accessQueries.applications(org)).data?.applications ?? [];
  const names = applications.flatMap(({ name, permissions }) =>
    permissions
      .filter(({ key }) => role.permissions.includes(key))
      .map(permission => `${name}: ${permission.name}`),
  );
  return (
    <DeleteDialog
      name={role.name}
      words={words.removal}
      remove={async () => {
        await call('delete-custom-role', { org, role: role.id }, { version: role.version });
      }}
      onDeleted={() => {
        onDeleted();
        void dropRole(client, org, role.id);
      }}
      onStale={() => {
        void client.invalidateQueries({ queryKey: accessQueries.customRoles(org).queryKey });
        void holders.refetch();
      }}
      onClose={onClose}
    >
      {holders.data && <Losses losses={lossesOf(holders.data, names)} />}
      {holders.isPending && <Skeleton height={96} aria-busy="true" />}
      {holders.error && (
        <ProblemNotice problem={problemOf(holders.error)} onRetry={() => holders.refetch()} />
      )}
    </DeleteDialog>
  );
}

function lossesOf(
  { items, groups, nextCursor }: OutputOf<'list-role-holders'>,
  permissions: string[],
): Loss[] {
  const { removal, members } = words;
  const inGroups = groups.map(({ name, members: count }) => `${name} (${members(formatNumber(count))})`);
  const people = items.map(({ displayName }) => displayName);
  const count = `${formatNumber(people.length)}${nextCursor ? '+' : ''}`;
  return [
    { what: removal.permits(permissions.length), which: shortened(permissions) },
    { what: removal.users(count), which: shortened(people) },
    { what: removal.groups(formatNumber(groups.length)), which: shortened(inGroups) },
  ];
}

/** So many are named, the others counted. */
const named = 8;

function shortened(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const shown = names.slice(0, named).join(', ');
  return names.length > named ? words.removal.more(shown, formatNumber(names.length - named)) : shown;
}

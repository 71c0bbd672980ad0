/** Deleting a group: first it is said what that takes, and from whom. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { GroupView } from '../../../shared/contract/groups.ts';
import { call } from '../../api/api.ts';
import { groupsTexts } from '../../texts/groups.ts';
import { DeleteDialog } from '../../ui/delete-dialog.tsx';
import { formatNumber } from '../../ui/format.ts';
import { type Loss, Losses } from '../../ui/losses.tsx';
import { FirstMembers } from '../../ui/people/first-members.tsx';
import { groupQueries } from './group-queries.ts';

type DeleteProps = { org: string; group: GroupView; onDeleted: () => void; onClose: () => void };

const words = groupsTexts.deletion;

export function DeleteGroupDialog({ org, group, onDeleted, onClose }: DeleteProps) {
  const client = useQueryClient();
  const { queryKey } = groupQueries.one(org, group.id);
  return (
    <DeleteDialog
      name={group.name}
      words={words}
      remove={() => call('delete-group', { org, group: group.id }, { version: group.version })}
      onDeleted={() => {
        onDeleted();
        client.removeQueries({ queryKey });
        for (const key of ['groups', 'all-groups', 'jobs', 'user', 'user-permissions', 'users', 'people'])
          void client.invalidateQueries({ queryKey: [key, org] });
      }}
      onStale={() => void client.invalidateQueries({ queryKey })}
      onClose={onClose}
    >
      <WhatIsLost org={org} group={group} />
    </DeleteDialog>
  );
}

function WhatIsLost({ org, group }: { org: string; group: GroupView }) {
  const { members, contents, customRoles, id } = group;
  const losses: Loss[] = [
    {
      what: members > 0 ? words.members(formatNumber(members)) : words.nobody,
      which: members > 0 && (
        <FirstMembers
          of={{ org, id, count: members }}
          list={(limit, signal) => call('list-group-members', { org, group: id, limit }, { signal })}
          andMore={words.andMore}
        />
      ),
    },
    ...(customRoles.length > 0
      ? [{ what: words.customRoles, which: <bdi>{customRoles.map(({ name }) => name).join(', ')}</bdi> }]
      : []),
    ...(contents > 0
      ? [{ what: words.contents(formatNumber(contents)), which: <FirstContent org={org} group={group} /> }]
      : []),
    ...(customRoles.length + contents === 0 ? [{ what: words.nothing }] : []),
  ];
  return <Losses losses={losses} />;
}

function FirstContent({ org, group }: { org: string; group: GroupView }) {
  const content = useQuery(groupQueries.firstContent(org, group.id)).data?.items;
  if (!content) return null;
  const rest = group.contents - content.length;
  const names = content.map(({ name }) => name);
  return <bdi>{[...names, ...(rest > 0 ? [words.andMore(formatNumber(rest))] : [])].join(', ')}</bdi>;
}

/** Editing a group: what changes here changes at once for all of its members. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { EditGroup, type GroupView } from '../../../shared/contract/groups.ts';
import { accessQueries } from '../../api/access-queries.ts';
import { call } from '../../api/api.ts';
import { groupsTexts as words } from '../../texts/groups.ts';
import { t } from '../../texts/texts.ts';
import { EditDrawer } from '../../ui/edit-drawer.tsx';
import type { Value } from '../../ui/values.ts';
import { GroupFields } from './group-fields.tsx';
import { groupQueries } from './group-queries.ts';
import { changesIn, valuesOf } from './group-values.ts';

type EditProps = { org: string; group: GroupView; onClose: () => void };

export function EditGroupDrawer({ org, group, onClose }: EditProps) {
  const client = useQueryClient();
  const roles = useQuery(accessQueries.customRoles(org)).data?.items ?? group.customRoles;
  const wordsOf = (_: string, value: Value) => {
    if (typeof value === 'string') return value || t.meanwhile.empty;
    const ids = Array.isArray(value) ? value : [];
    return ids.map(id => roles.find(role => role.id === id)?.name ?? id).join(', ') || words.noneChosen;
  };
  return (
    <EditDrawer
      thing={group}
      words={words.editing}
      labels={words.labels}
      schema={EditGroup}
      about={{ 'external-id-taken': 'externalId', 'beyond-own-access': 'customRoles' }}
      valuesOf={valuesOf}
      changesIn={(values, base) => changesIn(org, values, base)}
      write={(values, base) => call('edit-group', changesIn(org, values, base), { version: base.version })}
      read={() => call('get-group', { org, group: group.id })}
      onSeen={seen => {
        client.setQueryData(groupQueries.one(org, group.id).queryKey, seen);
        for (const key of ['groups', 'user-permissions'])
          void client.invalidateQueries({ queryKey: [key, org] });
      }}
      wordsOf={wordsOf}
      onClose={onClose}
    >
      {form => <GroupFields form={form} org={org} group={group} />}
    </EditDrawer>
  );
}

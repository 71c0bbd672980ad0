/** Creating a group. */
import { CreateGroup, type GroupView } from '../../../shared/contract/groups.ts';
import { call } from '../../api/api.ts';
import { groupsTexts as words } from '../../texts/groups.ts';
import { CreateDrawer } from '../../ui/create-drawer.tsx';
import { GroupFields } from './group-fields.tsx';
import { emptyGroup, newGroup } from './group-values.ts';

type CreateProps = { org: string; onCreated: (group: GroupView) => void; onClose: () => void };

export function CreateGroupDrawer({ org, onCreated, onClose }: CreateProps) {
  return (
    <CreateDrawer
      words={words.creating}
      labels={words.labels}
      initial={emptyGroup}
      schema={CreateGroup}
      body={values => newGroup(org, values)}
      create={(body, idempotencyKey) => call('create-group', body, { idempotencyKey })}
      about={{ 'external-id-taken': 'externalId', 'beyond-own-access': 'customRoles' }}
      onCreated={onCreated}
      onClose={onClose}
    >
      {form => <GroupFields form={form} org={org} />}
    </CreateDrawer>
  );
}

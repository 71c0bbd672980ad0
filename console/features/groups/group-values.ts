/** What the form of a group holds, and what is sent of it: only what was changed. */
import type { GroupView } from '../../../shared/contract/groups.ts';
import type { SentTo } from '../../../shared/contract/routes.ts';
import { isSame } from '../../ui/values.ts';

export type GroupValues = {
  name: string;
  /** Empty: none. So it is with the external id. */
  description: string;
  externalId: string;
  /** Their ids. */
  customRoles: readonly string[];
};

export const emptyGroup: GroupValues = { name: '', description: '', externalId: '', customRoles: [] };

export function valuesOf({ name, description = '', externalId = '', customRoles }: GroupView): GroupValues {
  return { name, description, externalId, customRoles: customRoles.map(({ id }) => id) };
}

export function newGroup(org: string, values: GroupValues): SentTo<'create-group'> {
  const { name, description, externalId, customRoles } = values;
  return {
    org,
    name,
    ...(description.trim() && { description }),
    ...(externalId.trim() && { externalId }),
    customRoles: [...customRoles],
  };
}

export function changesIn(org: string, values: GroupValues, group: GroupView): SentTo<'edit-group'> {
  const before = valuesOf(group);
  const { name, description, externalId, customRoles } = values;
  const changed = (field: keyof GroupValues) => !isSame(values[field], before[field]);
  return {
    org,
    group: group.id,
    ...(changed('name') && { name }),
    ...(changed('description') && { description: description.trim() || null }),
    ...(changed('externalId') && { externalId: externalId.trim() || null }),
    ...(changed('customRoles') && { customRoles: [...customRoles] }),
  };
}

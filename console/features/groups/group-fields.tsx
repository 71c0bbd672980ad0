/** The fields of a group, as they stand in the drawers that create and edit. */
import { Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { GroupView } from '../../../shared/contract/groups.ts';
import { accessQueries } from '../../api/access-queries.ts';
import { groupsTexts as words } from '../../texts/groups.ts';
import { t } from '../../texts/texts.ts';
import type { ContractForm } from '../../ui/form.ts';
import { PickSeveral } from '../../ui/pick-several.tsx';
import type { GroupValues } from './group-values.ts';

type FieldsProps = { form: ContractForm<GroupValues>; org: string; group?: GroupView };

export function GroupFields({ form, org, group }: FieldsProps) {
  const { labels, why } = words;
  return (
    <>
      <TextInput {...form.text('name')} label={labels.name} autoComplete="off" data-autofocus />
      <Textarea {...form.text('description')} label={t.optional(labels.description)} rows={3} />
      <TextInput
        {...form.text('externalId')}
        label={t.optional(labels.externalId)}
        description={why.externalId}
        autoComplete="off"
      />
      <CustomRolesField form={form} org={org} group={group} />
    </>
  );
}

function CustomRolesField({ form, org, group }: FieldsProps) {
  const roles = useQuery(accessQueries.customRoles(org)).data?.items;
  // What the group has stays named while the others are on their way.
  const choices = roles ?? group?.customRoles;
  const none = roles?.length === 0;
  return (
    <PickSeveral
      {...form.several('customRoles')}
      label={words.labels.customRoles}
      description={none ? words.why.noCustomRoles : words.why.customRoles}
      choices={choices?.map(({ id, name }) => ({ value: id, label: name }))}
      disabled={none}
      placeholder={none ? undefined : words.filterRoles}
      nothing={words.noRoleFound}
      removeLabel={words.removeRole}
    />
  );
}

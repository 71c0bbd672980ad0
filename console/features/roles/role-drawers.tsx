/** Creating a custom role, and renaming one. */
import { Input, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PermissionKey } from '../../../shared/contract/catalogue.ts';
import {
  CreateCustomRole,
  type CustomRoleView,
  EditCustomRole,
} from '../../../shared/contract/custom-roles.ts';
import { accessQueries } from '../../api/access-queries.ts';
import { call } from '../../api/api.ts';
import { roleTexts as words } from '../../texts/roles.ts';
import { t } from '../../texts/texts.ts';
import { CreateDrawer } from '../../ui/create-drawer.tsx';
import { EditDrawer } from '../../ui/edit-drawer.tsx';
import type { SeveralProps, TextProps } from '../../ui/form.ts';
import { PermissionSwitches } from '../../ui/permission-switches.tsx';
import { showRole } from './role-cache.ts';
import classes from './roles.module.css';

type Named = { name: string; description: string };
type Fresh = Named & { permissions: readonly string[] };

type CreateProps = { org: string; onClose: () => void };

export function CreateRole({ org, onClose }: CreateProps) {
  const client = useQueryClient();
  const body = ({ name, description, permissions }: Fresh) => ({
    org,
    name,
    ...(description.trim() && { description }),
    permissions: permissions as PermissionKey[], // the switches are the catalogue's own
  });
  return (
    <CreateDrawer
      words={words.creating}
      labels={words.labels}
      initial={{ name: '', description: '', permissions: [] } as Fresh}
      schema={CreateCustomRole}
      body={body}
      create={(input, idempotencyKey) => call('create-custom-role', input, { idempotencyKey })}
      about={{ 'name-taken': 'name', 'beyond-own-access': 'permissions' }}
      onCreated={role => void showRole(client, org, role)}
      onClose={onClose}
    >
      {form => (
        <>
          <NameAndDescription name={form.text('name')} description={form.text('description')} />
          <Permissions org={org} {...form.several('permissions')} />
        </>
      )}
    </CreateDrawer>
  );
}

function Permissions({ org, value, error, onChange }: SeveralProps & { org: string }) {
  const applications = useQuery(accessQueries.applications(org)).data?.applications ?? [];
  return (
    <Input.Wrapper
      label={words.labels.permissions}
      labelElement="div"
      description={words.permissionsWhy}
      error={error}
    >
      <div className={classes.permissions}>
        <PermissionSwitches applications={applications} value={value} onChange={onChange} />
      </div>
    </Input.Wrapper>
  );
}

const namedOf = ({ name, description = '' }: CustomRoleView): Named => ({ name, description });

type RenameProps = CreateProps & { role: CustomRoleView; onSaved: (role: CustomRoleView) => void };

export function RenameRole({ org, role, onSaved, onClose }: RenameProps) {
  const client = useQueryClient();
  const changesIn = ({ name, description }: Named, base: CustomRoleView) => {
    const before = namedOf(base);
    return {
      org,
      role: base.id,
      ...(name !== before.name && { name }),
      ...(description !== before.description && { description: description.trim() || null }),
    };
  };
  return (
    <EditDrawer<CustomRoleView, Named>
      words={words.renaming}
      labels={words.labels}
      schema={EditCustomRole}
      about={{ 'name-taken': 'name' }}
      thing={role}
      valuesOf={namedOf}
      changesIn={changesIn}
      write={(values, base) => call('edit-custom-role', changesIn(values, base), { version: base.version })}
      read={() => call('get-custom-role', { org, role: role.id })}
      onSeen={seen => {
        void showRole(client, org, seen);
        onSaved(seen);
      }}
      onClose={onClose}
    >
      {form => <NameAndDescription name={form.text('name')} description={form.text('description')} />}
    </EditDrawer>
  );
}

function NameAndDescription({ name, description }: { name: TextProps; description: TextProps }) {
  return (
    <>
      <TextInput
        {...name}
        label={words.labels.name}
        placeholder={words.nameHint}
        autoComplete="off"
        data-autofocus
      />
      <Textarea
        {...description}
        label={t.optional(words.labels.description)}
        description={words.descriptionWhy}
        autosize
        minRows={2}
        maxRows={4}
      />
    </>
  );
}

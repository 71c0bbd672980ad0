/** One custom role at a time, where there is no room for several. */
import { NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CatalogueApplication, PermissionKey } from '../../../shared/contract/catalogue.ts';
import type { CustomRoleView } from '../../../shared/contract/custom-roles.ts';
import { roleTexts as words } from '../../texts/roles.ts';
import { PermissionSwitches } from '../../ui/permission-switches.tsx';
import classes from './matrix.module.css';
import type { EditedRoles } from './use-drafts.ts';

type OneRoleProps = {
  applications: readonly CatalogueApplication[];
  roles: readonly CustomRoleView[];
  edited: EditedRoles;
  editable: boolean;
  menu: (role: CustomRoleView) => ReactNode;
};

export function OneRole({ applications, roles, edited, editable, menu }: OneRoleProps) {
  const [chosen, choose] = useState<string>();
  const role = roles.find(({ id }) => id === chosen) ?? roles[0];
  if (!role) return null;
  return (
    <div className={classes.one}>
      <div className={classes.chooser}>
        <NativeSelect
          label={words.oneAtATime}
          value={role.id}
          onChange={event => choose(event.currentTarget.value)}
          data={roles.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {menu(role)}
      </div>
      {role.description && <p className={classes.about}>{role.description}</p>}
      <PermissionSwitches
        applications={applications}
        value={edited.permissionsOf(role)}
        before={edited.baseOf(role).permissions}
        disabled={!editable}
        // The switches are the catalogue's own.
        onChange={keys => edited.set(role, keys as PermissionKey[])}
      />
    </div>
  );
}

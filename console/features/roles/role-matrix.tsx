/** Custom roles beside each other, and what the applications let people do below each other: a box where they meet. */
import { Checkbox, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CatalogueApplication, CataloguePermission } from '../../../shared/contract/catalogue.ts';
import type { CustomRoleView } from '../../../shared/contract/custom-roles.ts';
import { roleTexts as words } from '../../texts/roles.ts';
import { t } from '../../texts/texts.ts';
import { PermissionName } from '../../ui/permission-name.tsx';
import classes from './matrix.module.css';
import { moveAmongBoxes } from './move-among-boxes.ts';
import type { EditedRoles } from './use-drafts.ts';

type MatrixProps = {
  applications: readonly CatalogueApplication[];
  roles: readonly CustomRoleView[];
  edited: EditedRoles;
  editable: boolean;
  menu: (role: CustomRoleView) => ReactNode;
};

export function RoleMatrix(props: MatrixProps) {
  const { applications, roles, edited, menu } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by key
    <section className={classes.frame} tabIndex={0} aria-label={words.matrix}>
      <table className={classes.matrix} aria-label={words.matrix} onKeyDown={moveAmongBoxes}>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              {words.permission}
            </th>
            {roles.map(role => (
              <th key={role.id} scope="col" className={classes.role}>
                <div className={classes.head}>
                  <bdi title={role.description}>{role.name}</bdi>
                  {menu(role)}
                </div>
                <span className={classes.count}>{words.granted(edited.permissionsOf(role).length)}</span>
              </th>
            ))}
          </tr>
        </thead>
        {applications.map(application => (
          <Application key={application.key} {...props} application={application} />
        ))}
      </table>
    </section>
  );
}

type ApplicationProps = MatrixProps & { application: CatalogueApplication };

function Application({ application, ...props }: ApplicationProps) {
  const { roles, edited } = props;
  const isHeld = ({ key }: CataloguePermission) =>
    roles.some(role => edited.baseOf(role).permissions.includes(key));
  const shown = application.permissions.filter(permission => !permission.retiredAt || isHeld(permission));
  if (shown.length === 0) return null;
  return (
    <tbody>
      <tr className={classes.application}>
        <th scope="rowgroup">{application.name}</th>
        <td colSpan={roles.length} />
      </tr>
      {shown.map(permission => (
        <tr key={permission.key}>
          <th scope="row" className={classes.permission}>
            <PermissionName permission={permission} />
          </th>
          {roles.map(role => (
            <Cell key={role.id} permission={permission} role={role} {...props} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

type CellProps = Pick<MatrixProps, 'edited' | 'editable'> & {
  permission: CataloguePermission;
  role: CustomRoleView;
};

function Cell({ permission, role, edited, editable }: CellProps) {
  const { key, name, retiredAt } = permission;
  const held = edited.permissionsOf(role).includes(key);
  const was = edited.baseOf(role).permissions.includes(key);
  return (
    <td data-changed={held !== was || undefined}>
      {editable ? (
        <Checkbox
          aria-label={words.cell(name, role.name)}
          checked={held}
          disabled={retiredAt !== undefined && !held && !was}
          onChange={() => edited.turn(role, key)}
        />
      ) : (
        <Mark held={held} />
      )}
    </td>
  );
}

function Mark({ held }: { held: boolean }) {
  return (
    <>
      {held && <IconCheck size={16} className={classes.mark} aria-hidden="true" />}
      <VisuallyHidden>{held ? t.yes : t.no}</VisuallyHidden>
    </>
  );
}

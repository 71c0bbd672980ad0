/** The window that a deed with a custom role opens. */
import type { CustomRoleView } from '../../../shared/contract/custom-roles.ts';
import { DeleteRole } from './delete-role.tsx';
import { HoldersDrawer } from './holders-drawer.tsx';
import { CreateRole, RenameRole } from './role-drawers.tsx';
import type { RoleDeed } from './role-menu.tsx';
import type { EditedRoles } from './use-drafts.ts';

export type Asked = { deed: 'create' } | { deed: RoleDeed; role: CustomRoleView };

type DialogsProps = { org: string; asked: Asked; edited: EditedRoles; onClose: () => void };

export function RoleDialogs({ org, asked, edited, onClose }: DialogsProps) {
  const props = { org, onClose };
  if (asked.deed === 'create') return <CreateRole {...props} />;
  const { role } = asked;
  switch (asked.deed) {
    case 'edit':
      return <RenameRole {...props} role={role} onSaved={edited.onRenamed} />;
    case 'holders':
      return <HoldersDrawer {...props} role={role} />;
    case 'delete':
      return <DeleteRole {...props} role={role} onDeleted={() => edited.onDeleted(role)} />;
  }
}

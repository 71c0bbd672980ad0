/** The window that a deed opens: a question, a form, or the drawer. */
import type { UserView } from '../../../shared/contract/users.ts';
import { ChangeEmailDialog } from './change-email-dialog.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { EditDrawer } from './edit-drawer.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { ChangePicture, RemovePicture } from './picture-dialogs.tsx';
import { QuestionDialog } from './question-dialog.tsx';
import { ExtendDialog, SendDialog } from './send-dialog.tsx';
import type { UserActions } from './use-user-actions.ts';

export type DeedDialogProps = { user: UserView; onClose: () => void };

type Leads = {
  /** Where to go when the user is no more. */
  onDeleted?: () => void;
  /** Where to go when somebody else stands in their place. */
  onReplaced?: (by: UserView) => void;
};

export function DeedDialog({ actions, onDeleted, onReplaced }: { actions: UserActions } & Leads) {
  if (!actions.asked) return null;
  const { deed, user, link } = actions.asked;
  const props = { user, onClose: actions.close };
  switch (deed) {
    case 'edit':
      return <EditDrawer {...props} actor={actions.actor} />;
    case 'change-email':
      return <ChangeEmailDialog {...props} />;
    case 'change-picture':
      return <ChangePicture {...props} />;
    case 'remove-picture':
      return <RemovePicture {...props} />;
    case 'send':
      return <SendDialog {...props} onReplaced={onReplaced} />;
    case 'extend':
      return <ExtendDialog {...props} />;
    case 'copy-link':
      return <LinkDialog link={link ?? ''} onClose={actions.close} />;
    case 'hand-over':
      return <HandOverDialog {...props} />;
    case 'delete':
      return <DeleteDialog {...props} onDeleted={onDeleted} />;
    case 'reactivate':
    case 'restore':
    case 'cancel-email-change':
      return null;
    default:
      return <QuestionDialog {...props} deed={deed} />;
  }
}

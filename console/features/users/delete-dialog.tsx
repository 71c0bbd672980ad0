/** Deleting a user, once their name was typed: it cannot be undone. */
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/api.ts';
import { queries } from '../../api/queries.ts';
import { dropUser } from '../../api/user-cache.ts';
import { userDeedsTexts } from '../../texts/user-deeds.ts';
import { DeleteDialog as Delete } from '../../ui/delete-dialog.tsx';
import type { DeedDialogProps } from './deed-dialog.tsx';

export function DeleteDialog({ user, onClose, onDeleted }: DeedDialogProps & { onDeleted?: () => void }) {
  const client = useQueryClient();
  const { organization: org, id } = user;
  return (
    <Delete
      name={user.displayName}
      words={{ ...userDeedsTexts.remove, lead: userDeedsTexts.remove.lost(user.email) }}
      remove={() => call('delete-user', { org, user: id }, { version: user.version })}
      onDeleted={() => {
        onDeleted?.();
        void dropUser(client, user);
      }}
      onStale={() => {
        void client.invalidateQueries({ queryKey: queries.user(org, id).queryKey });
        void client.invalidateQueries({ queryKey: ['users', org] });
      }}
      onClose={onClose}
    />
  );
}

/** Deleting a user, once their name was typed: it cannot be undone. */
import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { dropUser } from '../../api/user-cache.ts';
import { t } from '../../texts/texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/notices.tsx';
import { isSameName } from '../../ui/same-name.ts';
import type { DeedDialogProps } from './deed-dialog.tsx';

export function DeleteDialog({ user, onClose, onDeleted }: DeedDialogProps & { onDeleted?: () => void }) {
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const remove = useMutation({
    mutationFn: () =>
      call('delete-user', { org: user.organization, user: user.id }, { version: user.version }),
    onSuccess: () => {
      onClose();
      onDeleted?.();
      void dropUser(client, user);
      notify(t.remove.done(user.displayName));
    },
  });
  return (
    <Dialog
      title={t.remove.title(user.displayName)}
      confirm={t.remove.confirm}
      danger
      disabled={!isSameName(typed, user.displayName)}
      busy={remove.isPending}
      problem={remove.error ? problemOf(remove.error) : undefined}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{t.remove.lost(user.email)}</p>
      <TextInput
        label={t.remove.type(user.displayName)}
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
        autoComplete="off"
        data-autofocus
      />
    </Dialog>
  );
}

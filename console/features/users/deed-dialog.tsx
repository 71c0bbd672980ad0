/** The questions before what cannot simply be taken back. */
import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { UserView } from '../../../shared/contract/users.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { dropUser, showUser } from '../../api/user-cache.ts';
import { t } from '../../texts/texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/notices.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { ExtendDialog, SendDialog } from './send-dialog.tsx';
import type { UserActions } from './use-user-actions.ts';

/** @param onDeleted where to go when the user is no more */
export function DeedDialog({ actions, onDeleted }: { actions: UserActions; onDeleted?: () => void }) {
  const { asked, close } = actions;
  if (!asked) return null;
  const { deed, user, link } = asked;
  switch (deed) {
    case 'send':
      return <SendDialog user={user} onClose={close} />;
    case 'extend':
      return <ExtendDialog user={user} onClose={close} />;
    case 'revoke':
      return <TurnDialog route="revoke-invitation" texts={t.revoke} user={user} onClose={close} />;
    case 'deactivate':
      return <TurnDialog route="deactivate-user" texts={t.deactivatePending} user={user} onClose={close} />;
    case 'delete':
      return <DeleteDialog user={user} onClose={close} onDeleted={onDeleted} />;
    case 'copy-link':
      return <LinkDialog link={link ?? ''} onClose={close} />;
    case 'reactivate':
      return null;
  }
}

export type DeedDialogProps = { user: UserView; onClose: () => void };

type TurnProps = DeedDialogProps & {
  route: 'revoke-invitation' | 'deactivate-user';
  texts: typeof t.revoke;
};

function TurnDialog({ route, texts, user, onClose }: TurnProps) {
  const client = useQueryClient();
  const turn = useMutation({
    mutationFn: () => call(route, { org: user.organization, user: user.id }),
    onSuccess: changed => {
      void showUser(client, changed);
      onClose();
      notify(texts.done(changed.displayName));
    },
  });
  return (
    <Dialog
      title={texts.title(user.displayName)}
      confirm={texts.confirm}
      danger
      busy={turn.isPending}
      problem={turn.error ? problemOf(turn.error) : undefined}
      onConfirm={() => turn.mutate()}
      onClose={onClose}
    >
      <p>{texts.lost}</p>
    </Dialog>
  );
}

function DeleteDialog({ user, onClose, onDeleted }: DeedDialogProps & { onDeleted?: () => void }) {
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
      disabled={!sameName(typed, user.displayName)}
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

function sameName(typed: string, name: string): boolean {
  const plain = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ');
  return plain(typed) === plain(name);
}

/** Asks for another address of somebody: it waits until the new one confirms it. */
import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ChangeUserEmail } from '../../../shared/contract/users.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { showUser } from '../../api/user-cache.ts';
import { userDeedsTexts } from '../../texts/user-deeds.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notify } from '../../ui/notices.tsx';
import type { DeedDialogProps } from './deed-dialog.tsx';

export function ChangeEmailDialog({ user, onClose }: DeedDialogProps) {
  const client = useQueryClient();
  const words = userDeedsTexts.changeUserEmail;
  const form = useContractForm({
    initial: { email: '' },
    schema: ChangeUserEmail,
    body: ({ email }) => ({ org: user.organization, user: user.id, email }),
    labels: { email: words.label },
    send: ({ email }) => change.mutate(email),
  });
  const change = useMutation({
    mutationFn: (email: string) =>
      call('change-user-email', { org: user.organization, user: user.id, email }),
    onSuccess: changed => {
      void showUser(client, changed);
      onClose();
      notify(words.done(changed.emailChange?.email ?? changed.email));
    },
    onError: thrown => form.show(problemOf(thrown)),
  });
  return (
    <Dialog
      title={words.title(user.displayName)}
      confirm={words.confirm}
      busy={change.isPending}
      form={form.props}
      onClose={onClose}
    >
      <FormProblem form={form} error={change.error} />
      <p>{words.lead(user.email)}</p>
      {user.emailChange && <p>{words.replaces(user.emailChange.email)}</p>}
      <TextInput {...form.text('email')} label={words.label} type="email" autoComplete="off" data-autofocus />
    </Dialog>
  );
}

/** Asks for another address. Whoever finds a session open must not take the account along: it wants the password. */
import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ChangeEmail } from '../../../shared/contract/auth.ts';
import { call } from '../../api/api.ts';
import { showMe } from '../../api/me-cache.ts';
import { problemOf } from '../../api/problem.ts';
import { accountTexts } from '../../texts/account.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notify } from '../../ui/notices.tsx';
import { PasswordField } from '../../ui/password-field.tsx';

export function ChangeEmailDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const form = useContractForm({
    initial: { email: '', password: '' },
    schema: ChangeEmail,
    body: values => values,
    labels: accountTexts.changeEmail.labels,
    about: { 'wrong-password': 'password' },
    send: values => change.mutate(values),
  });
  const change = useMutation({
    mutationFn: (values: { email: string; password: string }) => call('change-my-email', values),
    onSuccess: (me, { email }) => {
      void showMe(client, me);
      onClose();
      notify(accountTexts.changeEmail.done(email));
    },
    onError: thrown => form.show(problemOf(thrown)),
  });
  return (
    <Dialog
      title={accountTexts.changeEmail.title}
      confirm={accountTexts.changeEmail.confirm}
      busy={change.isPending}
      form={form.props}
      onClose={onClose}
    >
      <FormProblem form={form} error={change.error} />
      <p>{accountTexts.changeEmail.lead}</p>
      <TextInput
        {...form.text('email')}
        label={accountTexts.changeEmail.labels.email}
        type="email"
        autoComplete="email"
        data-autofocus
      />
      <PasswordField {...form.text('password')} label={accountTexts.changeEmail.labels.password} />
    </Dialog>
  );
}

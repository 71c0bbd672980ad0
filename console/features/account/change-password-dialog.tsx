/** Another password, by whoever knows the present one. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ChangePassword } from '../../../shared/contract/auth.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { accountTexts } from '../../texts/account.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notify } from '../../ui/notices.tsx';
import { NewPasswordField, PasswordField } from '../../ui/password-field.tsx';

export function ChangePasswordDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const form = useContractForm({
    initial: { current: '', password: '' },
    schema: ChangePassword,
    body: values => values,
    labels: accountTexts.changePassword.labels,
    about: { 'wrong-password': 'current' },
    send: values => change.mutate(values),
  });
  const change = useMutation({
    mutationFn: (values: { current: string; password: string }) => call('change-my-password', values),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: queries.mySessions().queryKey });
      onClose();
      notify(accountTexts.changePassword.done);
    },
    onError: thrown => form.show(problemOf(thrown)),
  });
  return (
    <Dialog
      title={accountTexts.changePassword.title}
      confirm={accountTexts.changePassword.confirm}
      busy={change.isPending}
      form={form.props}
      onClose={onClose}
    >
      <FormProblem form={form} error={change.error} />
      <p>{accountTexts.changePassword.lead}</p>
      <PasswordField
        {...form.text('current')}
        label={accountTexts.changePassword.labels.current}
        data-autofocus
      />
      <NewPasswordField {...form.text('password')} label={accountTexts.changePassword.labels.password} />
    </Dialog>
  );
}

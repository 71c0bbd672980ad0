/** Asking for a link to choose a new password. The answer is the same whether the address is known or not. */
import { Anchor, Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ForgotPassword } from '../../../shared/contract/auth.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { CenteredPage } from '../../ui/centered-page.tsx';
import { CheckInbox } from '../../ui/check-inbox.tsx';
import fields from '../../ui/fields.module.css';
import { useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';

export function ForgotPage() {
  const form = useContractForm({
    initial: { email: '' },
    schema: ForgotPassword,
    body: values => values,
    labels: signInTexts.signIn.labels,
    send: values => ask.mutate(values),
  });
  const ask = useMutation({
    mutationFn: (values: { email: string }) => call('forgot-password', values),
    onError: thrown => form.show(problemOf(thrown)),
  });
  if (ask.isSuccess) {
    return (
      <CheckInbox email={ask.variables.email}>
        <BackToSignIn />
      </CheckInbox>
    );
  }
  return (
    <CenteredPage title={signInTexts.forgot.title} lead={signInTexts.forgot.lead}>
      <form {...form.props} className={fields.fields}>
        <FormProblem form={form} error={ask.error} />
        <TextInput
          {...form.text('email')}
          label={signInTexts.signIn.labels.email}
          type="email"
          autoComplete="username"
          autoFocus
        />
        <Button type="submit" fullWidth loading={ask.isPending}>
          {signInTexts.forgot.submit}
        </Button>
        <BackToSignIn />
      </form>
    </CenteredPage>
  );
}

function BackToSignIn() {
  return (
    <Anchor component={Link} to="/sign-in" size="sm" ta="center">
      {signInTexts.forgot.back}
    </Anchor>
  );
}

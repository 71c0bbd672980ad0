/** The first step: email and password. */
import { Anchor, Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { SignIn } from '../../../shared/contract/auth.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { t } from '../../texts/texts.ts';
import { CenteredPage } from '../../ui/centered-page.tsx';
import fields from '../../ui/fields.module.css';
import { useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { useHanded } from './handed.ts';
import { NotIn, reasonIn } from './not-in.tsx';
import classes from './sign-in.module.css';
import { useAnswer } from './use-answer.ts';

export function CredentialsPage() {
  const { email, ended, idle } = useHanded();
  const onAnswer = useAnswer();
  const form = useContractForm({
    initial: { email: email ?? '', password: '' },
    schema: SignIn,
    body: values => values,
    labels: signInTexts.signIn.labels,
    send: values => signIn.mutate(values),
  });
  const signIn = useMutation({
    mutationFn: (values: { email: string; password: string }) => call('sign-in', values),
    onSuccess: onAnswer,
    onError: thrown => form.show(problemOf(thrown)),
  });
  const problem = signIn.error ? problemOf(signIn.error) : undefined;
  const reason = reasonIn(problem);
  if (problem && reason)
    return <NotIn problem={problem} reason={reason} email={form.values.email} onBack={signIn.reset} />;
  return (
    <CenteredPage
      title={signInTexts.signIn.title}
      lead={idle ? t.idle.signedOut : ended ? signInTexts.signIn.ended : undefined}
    >
      <form {...form.props} className={fields.fields}>
        <FormProblem form={form} error={signIn.error} />
        <TextInput
          {...form.text('email')}
          label={signInTexts.signIn.labels.email}
          type="email"
          autoComplete="username"
          autoFocus={!email}
        />
        <PasswordField {...form.text('password')} autoFocus={Boolean(email)} />
        <Button type="submit" fullWidth loading={signIn.isPending}>
          {signInTexts.signIn.submit}
        </Button>
        <Anchor component={Link} to="/forgot-password" className={classes.forgot} size="sm">
          {signInTexts.signIn.forgot}
        </Anchor>
      </form>
    </CenteredPage>
  );
}

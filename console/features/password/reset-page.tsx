/** Choosing a new password with the link from the mail. */
import { Anchor, Button } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { ResetPassword } from '../../../shared/contract/auth.ts';
import type { OutputOf } from '../../../shared/contract/routes.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { beginSession } from '../../api/query-client.ts';
import { useLinkToken } from '../../state/link-token.ts';
import { keepTypedPassword } from '../../state/typed-password.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { CenteredPage } from '../../ui/centered-page.tsx';
import { Emblem } from '../../ui/emblem.tsx';
import fields from '../../ui/fields.module.css';
import { useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notify } from '../../ui/notices.tsx';
import { NewPasswordField } from '../../ui/password-field.tsx';

export function ResetPage() {
  const token = useLinkToken();
  return token ? <ResetForm key={token} token={token} /> : <DeadLink />;
}

function ResetForm({ token }: { token: string }) {
  const onDone = useDone();
  const form = useContractForm({
    initial: { password: '' },
    schema: ResetPassword,
    body: values => ({ token, ...values }),
    labels: signInTexts.reset.labels,
    send: values => reset.mutate(values),
  });
  const reset = useMutation({
    mutationFn: (values: { password: string }) => call('reset-password', { token, ...values }),
    onSuccess: (answer, { password }) => onDone(answer, password),
    onError: thrown => form.show(problemOf(thrown)),
  });
  const refused = reset.error && problemOf(reset.error);
  if (refused?.kind === 'link-unknown' || refused?.errors.some(({ pointer }) => pointer === '/token'))
    return <DeadLink />;
  return (
    <CenteredPage title={signInTexts.reset.title} lead={signInTexts.reset.lead}>
      <form {...form.props} className={fields.fields}>
        <FormProblem form={form} error={reset.error} />
        <NewPasswordField {...form.text('password')} autoFocus />
        <Button type="submit" fullWidth loading={reset.isPending}>
          {signInTexts.reset.submit}
        </Button>
      </form>
    </CenteredPage>
  );
}

function useDone() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return (answer: OutputOf<'reset-password'>, password: string) => {
    if ('challenge' in answer) {
      keepTypedPassword(answer.challenge.session, password);
      navigate('/sign-in', { replace: true, state: { challenge: answer.challenge } });
      notify(signInTexts.reset.done);
      return;
    }
    beginSession(client, answer);
    navigate('/', { replace: true });
    notify(signInTexts.reset.done);
  };
}

function DeadLink() {
  return (
    <CenteredPage
      title={signInTexts.reset.deadTitle}
      lead={signInTexts.reset.dead}
      emblem={<Emblem icon={<IconLinkOff />} tone="waiting" />}
    >
      <div className={fields.fields}>
        <Button component={Link} to="/forgot-password" fullWidth>
          {signInTexts.reset.again}
        </Button>
        <Anchor component={Link} to="/sign-in" size="sm" ta="center">
          {signInTexts.forgot.back}
        </Anchor>
      </div>
    </CenteredPage>
  );
}

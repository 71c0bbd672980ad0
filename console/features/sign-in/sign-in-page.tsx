/** Signing in: email and password, then whatever else the server asks for. */
import { Anchor, Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import { type Challenge, SignIn } from '../../../shared/contract/auth.ts';
import type { OutputOf } from '../../../shared/contract/routes.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { beginSession } from '../../api/query-client.ts';
import { safePath } from '../../state/safe-path.ts';
import { t } from '../../texts/texts.ts';
import { CenteredPage } from '../../ui/centered-page.tsx';
import fields from '../../ui/fields.module.css';
import { useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { ChallengeForm } from './challenge-form.tsx';
import classes from './sign-in-page.module.css';

/** What another page may hand over when it leads here. */
type Handed = { challenge?: Challenge['challenge']; email?: string; token?: string; ended?: boolean } | null;

export function SignInPage() {
  const handed: Handed = useLocation().state;
  const [challenge, setChallenge] = useState(handed?.challenge);
  const onAnswer = useAnswer(setChallenge);
  if (challenge)
    return (
      <ChallengeForm challenge={challenge} onAnswer={onAnswer} onRestart={() => setChallenge(undefined)} />
    );
  return <Credentials handed={handed} onAnswer={onAnswer} />;
}

/** Goes on with what signing in has answered: a further question, or the page that was wanted. */
function useAnswer(ask: (challenge: Challenge['challenge']) => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const handed: Handed = useLocation().state;
  return (answer: OutputOf<'sign-in'>) => {
    if ('challenge' in answer) return ask(answer.challenge);
    beginSession(client, answer);
    const state = handed?.token ? { token: handed.token } : undefined;
    navigate(safePath(search.get('next')), { replace: true, state });
  };
}

type CredentialsProps = { handed: Handed; onAnswer: (answer: OutputOf<'sign-in'>) => void };

function Credentials({ handed, onAnswer }: CredentialsProps) {
  const form = useContractForm({
    initial: { email: handed?.email ?? '', password: '' },
    schema: SignIn,
    body: values => values,
    labels: t.signIn.labels,
    send: values => signIn.mutate(values),
  });
  const signIn = useMutation({
    mutationFn: (values: { email: string; password: string }) => call('sign-in', values),
    onSuccess: onAnswer,
    onError: thrown => form.show(problemOf(thrown)),
  });
  return (
    <CenteredPage title={t.signIn.title} lead={handed?.ended ? t.signIn.ended : undefined}>
      <form {...form.props} className={fields.fields}>
        <FormProblem form={form} error={signIn.error} />
        <TextInput
          {...form.text('email')}
          label={t.signIn.labels.email}
          type="email"
          autoComplete="username"
          autoFocus={!handed?.email}
        />
        <PasswordInput
          {...form.text('password')}
          label={t.signIn.labels.password}
          autoComplete="current-password"
          aria-invalid={form.errors.password ? true : undefined}
          autoFocus={Boolean(handed?.email)}
          visibilityToggleButtonProps={{ 'aria-label': t.password.show }}
        />
        <Button type="submit" fullWidth loading={signIn.isPending}>
          {t.signIn.submit}
        </Button>
        <Anchor component={Link} to="/forgot-password" className={classes.forgot} size="sm">
          {t.signIn.forgot}
        </Anchor>
      </form>
    </CenteredPage>
  );
}

/** The second step of signing in: a code. */
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { AnswerChallenge, type Challenge } from '../../../shared/contract/auth.ts';
import type { OutputOf } from '../../../shared/contract/routes.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { t } from '../../texts/texts.ts';
import { CenteredPage } from '../../ui/centered-page.tsx';
import fields from '../../ui/fields.module.css';
import { useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import classes from './sign-in-page.module.css';

type ChallengeProps = {
  challenge: Challenge['challenge'];
  onAnswer: (answer: OutputOf<'answer-challenge'>) => void;
  onRestart: () => void;
};

export function ChallengeForm({ challenge, onAnswer, onRestart }: ChallengeProps) {
  const { kind, session } = challenge;
  const form = useContractForm({
    initial: { code: '' },
    schema: AnswerChallenge,
    body: ({ code }) => ({ session, code }),
    labels: t.challenge.labels,
    send: values => answer.mutate(values),
  });
  const answer = useMutation({
    mutationFn: ({ code }: { code: string }) => call('answer-challenge', { session, code }),
    onSuccess: onAnswer,
    onError: thrown => form.show(problemOf(thrown)),
  });
  return (
    <CenteredPage title={t.challenge[kind].title} lead={t.challenge[kind].lead}>
      <form {...form.props} className={fields.fields}>
        <FormProblem form={form} error={answer.error} />
        <TextInput
          {...form.text('code')}
          label={t.challenge.labels.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          autoFocus
          classNames={{ input: classes.code }}
        />
        <Button type="submit" fullWidth loading={answer.isPending}>
          {t.challenge.submit}
        </Button>
        <Button variant="subtle" color="gray" fullWidth onClick={onRestart}>
          {t.challenge.restart}
        </Button>
      </form>
    </CenteredPage>
  );
}

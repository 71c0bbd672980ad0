/** Six digits from the authenticator app or a text message. */
import { Button } from '@mantine/core';
import { AnswerChallenge } from '../../../shared/contract/auth.ts';
import { problemOf } from '../../api/problem.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { CenteredPage } from '../../ui/centered-page.tsx';
import { CodeField, sixDigits } from '../../ui/code-field.tsx';
import fields from '../../ui/fields.module.css';
import { useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import type { AnswerFormProps } from './challenge-page.tsx';

export function CodeForm({ challenge, answer, others }: AnswerFormProps) {
  const { kind, session } = challenge;
  const form = useContractForm({
    initial: { code: '' },
    schema: AnswerChallenge,
    body: ({ code }) => ({ session, code: sixDigits(code) }),
    labels: signInTexts.challenge.labels,
    send: ({ code }) =>
      answer.mutate({ code: sixDigits(code) }, { onError: thrown => form.show(problemOf(thrown)) }),
  });
  return (
    <CenteredPage title={signInTexts.challenge[kind].title} lead={signInTexts.challenge[kind].lead}>
      <form {...form.props} className={fields.fields}>
        <FormProblem form={form} error={answer.error} />
        <CodeField {...form.text('code')} label={signInTexts.challenge.labels.code} autoFocus />
        <Button type="submit" fullWidth loading={answer.isPending}>
          {signInTexts.challenge.submit}
        </Button>
        {others}
      </form>
    </CenteredPage>
  );
}

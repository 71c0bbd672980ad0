/** A recovery code in place of the second factor. The password proves the rest, and is asked for if it is not known. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { AnswerChallenge } from '../../../shared/contract/auth.ts';
import { problemOf } from '../../api/problem.ts';
import { typedPassword } from '../../state/typed-password.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { CenteredPage } from '../../ui/centered-page.tsx';
import fields from '../../ui/fields.module.css';
import { useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import type { AnswerFormProps } from './challenge-page.tsx';
import classes from './sign-in.module.css';

export function RecoveryForm({ challenge: { session }, answer, others }: AnswerFormProps) {
  const [known] = useState(() => typedPassword(session));
  const form = useContractForm({
    initial: { recoveryCode: '', password: known ?? '' },
    schema: AnswerChallenge,
    body: values => ({ session, ...values }),
    labels: { ...signInTexts.recovery.labels, recoveryCode: signInTexts.recovery.this },
    send: values => answer.mutate(values, { onError: thrown => form.show(problemOf(thrown)) }),
  });
  return (
    <CenteredPage
      title={signInTexts.recovery.title}
      lead={known ? signInTexts.recovery.lead : signInTexts.recovery.again}
    >
      <form {...form.props} className={fields.fields}>
        <FormProblem form={form} error={answer.error} />
        <TextInput
          {...form.text('recoveryCode')}
          label={signInTexts.recovery.labels.recoveryCode}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          autoFocus
          classNames={{ input: classes.recovery }}
        />
        {!known && <PasswordField {...form.text('password')} />}
        <Button type="submit" fullWidth loading={answer.isPending}>
          {signInTexts.recovery.submit}
        </Button>
        {others}
      </form>
    </CenteredPage>
  );
}

/** The code that was sent to a telephone, and another one when it does not come. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmFactor } from '../../../shared/contract/factors.ts';
import { call } from '../../api/api.ts';
import { serverNow } from '../../api/clock.ts';
import { problemOf } from '../../api/problem.ts';
import { accountTexts } from '../../texts/account.ts';
import { CenteredPage } from '../../ui/centered-page.tsx';
import { CodeField, sixDigits } from '../../ui/code-field.tsx';
import fields from '../../ui/fields.module.css';
import { useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { formatSpan } from '../../ui/format.ts';
import { notify } from '../../ui/notices.tsx';
import { useNow } from '../../ui/now.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import classes from './second-factor.module.css';
import type { StepProps, Telephone } from './step.ts';

type SmsCodeProps = Pick<StepProps, 'onProven' | 'wayOut'> & {
  telephone: Telephone;
  onOtherNumber: () => void;
};

export function SmsCodeForm({ telephone, onProven, onOtherNumber, wayOut }: SmsCodeProps) {
  const words = accountTexts.secondFactor.sms;
  const form = useContractForm({
    initial: { code: '' },
    schema: ConfirmFactor,
    body: ({ code }) => ({ code: sixDigits(code) }),
    labels: accountTexts.secondFactor.labels,
    about: { 'wrong-code': 'code' },
    send: ({ code }) => confirm.mutate(sixDigits(code)),
  });
  const confirm = useMutation({
    mutationFn: (code: string) => call('confirm-sms', { code }),
    onSuccess: onProven,
    onError: thrown => form.show(problemOf(thrown)),
  });
  return (
    <CenteredPage title={words.title} lead={words.sent(telephone.words)}>
      <form {...form.props} className={fields.fields}>
        <FormProblem form={form} error={confirm.error} />
        <CodeField {...form.text('code')} label={words.code} autoFocus />
        <Button type="submit" fullWidth loading={confirm.isPending}>
          {accountTexts.secondFactor.confirm}
        </Button>
        <div className={classes.others}>
          <SendAgain number={telephone.number} />
          <Button variant="subtle" fullWidth onClick={onOtherNumber}>
            {words.other}
          </Button>
          {wayOut}
        </div>
      </form>
    </CenteredPage>
  );
}

/** A message takes its time, and each costs something: another one after so many milliseconds. */
const patience = 30_000;

function SendAgain({ number }: { number: string }) {
  const words = accountTexts.secondFactor.sms;
  const [from, setFrom] = useState(() => serverNow() + patience);
  const left = from - useNow();
  const send = useMutation({
    mutationFn: () => call('begin-sms', { telephone: number }),
    onSuccess: () => notify(words.sentAgain),
    onSettled: () => setFrom(serverNow() + patience),
  });
  return (
    <>
      {send.error && <ProblemNotice problem={problemOf(send.error)} />}
      {left > 0 ? (
        <p className={classes.patience}>{words.againIn(formatSpan(Math.min(left, patience)))}</p>
      ) : (
        <Button variant="subtle" fullWidth loading={send.isPending} onClick={() => send.mutate()}>
          {words.again}
        </Button>
      )}
    </>
  );
}

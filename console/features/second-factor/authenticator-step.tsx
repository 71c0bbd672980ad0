/** Setting up an authenticator app: its secret as a picture and as text, and a code that proves it has it. */
import { Button, Loader } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ConfirmFactor } from '../../../shared/contract/factors.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { accountTexts } from '../../texts/account.ts';
import { CenteredPage } from '../../ui/centered-page.tsx';
import { CodeField, sixDigits } from '../../ui/code-field.tsx';
import fields from '../../ui/fields.module.css';
import { useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import classes from './second-factor.module.css';
import { Secret } from './secret.tsx';
import type { StepProps } from './step.ts';

export function AuthenticatorStep({ onProven, onOther, wayOut }: StepProps) {
  // Asked for once: another secret would make the one that was scanned worthless.
  const secret = useQuery({
    queryKey: ['authenticator-secret'],
    queryFn: () => call('begin-authenticator', {}),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const words = accountTexts.secondFactor.authenticator;
  return (
    <CenteredPage title={words.title} lead={words.lead} news>
      <div className={fields.fields}>
        {secret.error && <ProblemNotice problem={problemOf(secret.error)} onRetry={() => secret.refetch()} />}
        {secret.isPending && (
          <div className={classes.loading} role="status" aria-label={words.opening}>
            <Loader size="sm" />
          </div>
        )}
        {secret.data && (
          <>
            <Secret {...secret.data} />
            <ProofForm onProven={onProven} />
          </>
        )}
        <div className={classes.others}>
          {onOther && (
            <Button variant="subtle" fullWidth onClick={onOther}>
              {words.instead}
            </Button>
          )}
          {wayOut}
        </div>
      </div>
    </CenteredPage>
  );
}

function ProofForm({ onProven }: Pick<StepProps, 'onProven'>) {
  const form = useContractForm({
    initial: { code: '' },
    schema: ConfirmFactor,
    body: ({ code }) => ({ code: sixDigits(code) }),
    labels: accountTexts.secondFactor.labels,
    about: { 'wrong-code': 'code' },
    send: ({ code }) => confirm.mutate(sixDigits(code)),
  });
  const confirm = useMutation({
    mutationFn: (code: string) => call('confirm-authenticator', { code }),
    onSuccess: onProven,
    onError: thrown => form.show(problemOf(thrown)),
  });
  return (
    <form {...form.props} className={fields.fields}>
      <FormProblem form={form} error={confirm.error} />
      <CodeField {...form.text('code')} label={accountTexts.secondFactor.authenticator.code} />
      <Button type="submit" fullWidth loading={confirm.isPending}>
        {accountTexts.secondFactor.confirm}
      </Button>
    </form>
  );
}

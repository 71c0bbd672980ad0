/** Confirming a new address with the link that was mailed to it. Opening the link alone, as scanners do, does nothing. */
import { Button } from '@mantine/core';
import { IconCircleCheck, IconLinkOff, IconMail } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { signedInBefore } from '../../api/query-client.ts';
import { useLinkToken } from '../../state/link-token.ts';
import { accountTexts } from '../../texts/account.ts';
import { CenteredPage } from '../../ui/centered-page.tsx';
import { Emblem } from '../../ui/emblem.tsx';
import fields from '../../ui/fields.module.css';
import { ProblemNotice } from '../../ui/problem-notice.tsx';

export function ConfirmEmailPage() {
  const token = useLinkToken();
  return token ? <Confirm key={token} token={token} /> : <DeadLink />;
}

function Confirm({ token }: { token: string }) {
  const client = useQueryClient();
  const confirm = useMutation({
    mutationFn: () => call('confirm-email-change', { token }),
    onSuccess: () => client.invalidateQueries({ queryKey: queries.me().queryKey }),
  });
  if (confirm.data) return <Confirmed email={confirm.data.email} />;
  const problem = confirm.error ? problemOf(confirm.error) : undefined;
  if (problem?.kind === 'link-unknown' || problem?.kind === 'validation-failed') return <DeadLink news />;
  return (
    <CenteredPage
      title={accountTexts.confirmEmail.title}
      lead={accountTexts.confirmEmail.lead}
      emblem={<Emblem icon={<IconMail />} />}
    >
      <div className={fields.fields}>
        {problem && <ProblemNotice problem={problem} />}
        <Button fullWidth loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {accountTexts.confirmEmail.confirm}
        </Button>
      </div>
    </CenteredPage>
  );
}

function Confirmed({ email }: { email: string }) {
  return (
    <CenteredPage
      title={accountTexts.confirmEmail.doneTitle}
      lead={accountTexts.confirmEmail.done(email)}
      emblem={<Emblem icon={<IconCircleCheck />} tone="good" />}
      news
    >
      <Button component={Link} to={signedInBefore() ? '/' : '/sign-in'} state={{ email }} fullWidth>
        {accountTexts.confirmEmail.goOn}
      </Button>
    </CenteredPage>
  );
}

function DeadLink({ news }: { news?: boolean }) {
  return (
    <CenteredPage
      title={accountTexts.confirmEmail.deadTitle}
      lead={accountTexts.confirmEmail.dead}
      emblem={<Emblem icon={<IconLinkOff />} tone="waiting" />}
      news={news}
    >
      <Button component={Link} to="/account/security" variant="default" fullWidth>
        {accountTexts.account.title}
      </Button>
    </CenteredPage>
  );
}

/** The page behind an invitation's link: greets whoever opens it, and leads on whatever became of the invitation. */
import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { InvitationGreeting } from '../../../shared/contract/invitations.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { useLinkToken } from '../../state/link-token.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { CenteredPage } from '../../ui/centered-page.tsx';
import { useHasCome } from '../../ui/now.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import classes from './accept.module.css';
import { AccountExists } from './account-exists.tsx';
import { AwaitsApproval } from './awaits-approval.tsx';
import { AcceptedAlready, RenewableLink, Revoked, UnknownLink } from './closed-link.tsx';
import { Onboarding } from './onboarding.tsx';

export function AcceptPage() {
  const token = useLinkToken();
  return token ? <Opened key={token} token={token} /> : <UnknownLink />;
}

function Opened({ token }: { token: string }) {
  const lookup = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call('lookup-invitation', { token }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (lookup.data) return <Greeted token={token} greeting={lookup.data} onMoved={() => lookup.refetch()} />;
  if (!lookup.error) return <Loading />;
  const problem = problemOf(lookup.error);
  if (problem.kind === 'link-unknown' || problem.kind === 'validation-failed') return <UnknownLink />;
  return (
    <CenteredPage title={signInTexts.accept.failed}>
      <ProblemNotice problem={problem} onRetry={() => lookup.refetch()} />
    </CenteredPage>
  );
}

type GreetedProps = { token: string; greeting: InvitationGreeting; onMoved: () => void };

function Greeted({ token, greeting, onMoved }: GreetedProps) {
  const [waits, setWaits] = useState(false);
  const ranOut = useHasCome(greeting.expiresAt);
  const state = greeting.state === 'pending' && ranOut ? 'expired' : greeting.state;
  const turns = { onMoved, onWait: () => setWaits(true) };
  if (waits) return <AwaitsApproval greeting={greeting} />;
  switch (state) {
    case 'pending':
      return greeting.accountExists ? (
        <AccountExists token={token} greeting={greeting} turns={turns} />
      ) : (
        <Onboarding token={token} greeting={greeting} turns={turns} />
      );
    case 'expired':
    case 'replaced':
      return <RenewableLink token={token} greeting={greeting} state={state} />;
    case 'accepted':
      return <AcceptedAlready greeting={greeting} />;
    case 'revoked':
      return <Revoked greeting={greeting} />;
    case 'not-sent':
      return <UnknownLink />;
  }
}

function Loading() {
  return (
    <CenteredPage title={signInTexts.accept.opening}>
      <div className={classes.loading}>
        <Loader size="sm" />
      </div>
    </CenteredPage>
  );
}

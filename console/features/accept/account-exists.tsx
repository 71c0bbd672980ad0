/** For an invitee who has an account already: accept with it, after signing in if need be. */
import { Button, Loader } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { InvitationGreeting } from '../../../shared/contract/invitations.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { endSession, signedInBefore } from '../../api/query-client.ts';
import { t } from '../../texts/texts.ts';
import { Monogram } from '../../ui/brand.tsx';
import { CenteredPage } from '../../ui/centered-page.tsx';
import fields from '../../ui/fields.module.css';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import classes from './accept.module.css';
import { useAccepted } from './accepted.ts';

type Props = { token: string; greeting: InvitationGreeting; onMoved: () => void };

export function AccountExists({ token, greeting, onMoved }: Props) {
  const me = useQuery({ ...queries.me(), enabled: signedInBefore() });
  const { organization, email } = greeting;
  return (
    <CenteredPage
      title={t.accept.joinTitle(organization.name)}
      lead={t.accept.invitedBy(greeting.inviter?.name)}
      emblem={<Monogram name={organization.name} size="large" />}
    >
      {me.isLoading && (
        <div className={classes.loading}>
          <Loader size="sm" />
        </div>
      )}
      {me.data?.person.email === email && <JoinNow token={token} greeting={greeting} onMoved={onMoved} />}
      {me.data && me.data.person.email !== email && (
        <OtherAccount signedInAs={me.data.person.email} email={email} />
      )}
      {!me.data && !me.isLoading && <SignInFirst token={token} email={email} />}
    </CenteredPage>
  );
}

function JoinNow({ token, greeting, onMoved }: Props) {
  const { onAccepted, onRefused } = useAccepted(greeting, onMoved);
  const accept = useMutation({
    mutationFn: () => call('accept-invitation', { token }),
    onSuccess: onAccepted,
    onError: thrown => onRefused(problemOf(thrown)),
  });
  return (
    <div className={fields.fields}>
      {accept.error && <ProblemNotice problem={problemOf(accept.error)} />}
      <p className={classes.account}>
        {t.accept.signedInAs} <strong>{greeting.email}</strong>
      </p>
      <Button fullWidth loading={accept.isPending} onClick={() => accept.mutate()}>
        {t.accept.join}
      </Button>
    </div>
  );
}

function SignInFirst({ token, email }: { token: string; email: string }) {
  return (
    <div className={fields.fields}>
      <p>{t.accept.accountExists(email)}</p>
      <Button component={Link} to="/sign-in?next=/accept" state={{ token, email }} fullWidth>
        {t.accept.signIn}
      </Button>
    </div>
  );
}

function OtherAccount({ signedInAs, email }: { signedInAs: string; email: string }) {
  const client = useQueryClient();
  const leave = useMutation({ mutationFn: () => call('sign-out', {}), onSuccess: () => endSession(client) });
  return (
    <div className={fields.fields}>
      {leave.error && <ProblemNotice problem={problemOf(leave.error)} />}
      <p>{t.accept.otherAccount(signedInAs, email)}</p>
      <Button variant="default" fullWidth loading={leave.isPending} onClick={() => leave.mutate()}>
        {t.shell.signOut}
      </Button>
    </div>
  );
}

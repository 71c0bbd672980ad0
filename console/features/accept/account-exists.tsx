/** For an invitee who has an account already: accept with it, after signing in if need be. */
import { Anchor, Button, Loader, PasswordInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { AcceptInvitation, type InvitationGreeting } from '../../../shared/contract/invitations.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { endSession, signedInBefore } from '../../api/query-client.ts';
import { t } from '../../texts/texts.ts';
import { Monogram } from '../../ui/brand.tsx';
import { CenteredPage } from '../../ui/centered-page.tsx';
import fields from '../../ui/fields.module.css';
import { useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
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
      {!me.data && !me.isLoading && <WithPassword token={token} greeting={greeting} onMoved={onMoved} />}
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

/** Their password is proof enough; whoever is asked for more than that signs in first and comes back. */
function WithPassword({ token, greeting, onMoved }: Props) {
  const { onAccepted, onRefused } = useAccepted(greeting, onMoved);
  const { email } = greeting;
  const form = useContractForm({
    initial: { password: '' },
    schema: AcceptInvitation,
    body: values => ({ token, ...values }),
    labels: t.signIn.labels,
    send: values => accept.mutate(values),
  });
  const accept = useMutation({
    mutationFn: (values: { password: string }) => call('accept-invitation', { token, ...values }),
    onSuccess: onAccepted,
    onError: thrown => {
      form.show(problemOf(thrown));
      onRefused(problemOf(thrown));
    },
  });
  return (
    <form {...form.props} className={fields.fields}>
      <FormProblem form={form} error={accept.error} />
      <p>{t.accept.accountExists(email)}</p>
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        {...form.text('password')}
        label={t.signIn.labels.password}
        autoComplete="current-password"
        autoFocus
        aria-invalid={form.errors.password ? true : undefined}
        visibilityToggleButtonProps={{ 'aria-label': t.password.show }}
      />
      <Button type="submit" fullWidth loading={accept.isPending}>
        {t.accept.join}
      </Button>
      <Anchor component={Link} to="/sign-in?next=/accept" state={{ token, email }} size="sm" ta="center">
        {t.accept.signIn}
      </Anchor>
    </form>
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

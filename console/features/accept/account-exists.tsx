/** For an invitee who has an account already: accept with it, after signing in if need be. */
import { Anchor, Button, Loader } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { AcceptInvitation, type InvitationGreeting } from '../../../shared/contract/invitations.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { beginSession, endSession, signedInBefore } from '../../api/query-client.ts';
import { keepTypedPassword } from '../../state/typed-password.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { t } from '../../texts/texts.ts';
import { Monogram } from '../../ui/brand.tsx';
import { CenteredPage } from '../../ui/centered-page.tsx';
import fields from '../../ui/fields.module.css';
import { useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import classes from './accept.module.css';
import { type Turns, useAccepted } from './accepted.ts';

type Props = { token: string; greeting: InvitationGreeting; turns: Turns };

export function AccountExists({ token, greeting, turns }: Props) {
  const me = useQuery({ ...queries.me(), enabled: signedInBefore() });
  const { organization, email } = greeting;
  return (
    <CenteredPage
      title={signInTexts.accept.joinTitle(organization.name)}
      lead={signInTexts.accept.invitedBy(greeting.inviter?.name)}
      emblem={<Monogram name={organization.name} size="large" />}
    >
      {me.isLoading && (
        <div className={classes.loading}>
          <Loader size="sm" />
        </div>
      )}
      {me.data?.person.email === email && <JoinNow token={token} greeting={greeting} turns={turns} />}
      {me.data && me.data.person.email !== email && (
        <OtherAccount signedInAs={me.data.person.email} email={email} />
      )}
      {!me.data && !me.isLoading && <WithPassword token={token} greeting={greeting} turns={turns} />}
    </CenteredPage>
  );
}

function JoinNow({ token, greeting, turns }: Props) {
  const { onAccepted, onRefused } = useAccepted(greeting, turns);
  const accept = useMutation({
    mutationFn: () => call('accept-invitation', { token }),
    onSuccess: answer => onAccepted(answer),
    onError: thrown => onRefused(problemOf(thrown)),
  });
  return (
    <div className={fields.fields}>
      {accept.error && <ProblemNotice problem={problemOf(accept.error)} />}
      <p className={classes.account}>
        {signInTexts.accept.signedInAs} <strong>{greeting.email}</strong>
      </p>
      <Button fullWidth loading={accept.isPending} onClick={() => accept.mutate()}>
        {signInTexts.accept.join}
      </Button>
    </div>
  );
}

/** Their password is proof enough, but for somebody with a second factor, who signs in with it and comes back. */
function WithPassword({ token, greeting, turns }: Props) {
  const { onAccepted, onRefused } = useAccepted(greeting, turns);
  const signIn = useSignInFirst(token, greeting);
  const { email } = greeting;
  const form = useContractForm({
    initial: { password: '' },
    schema: AcceptInvitation,
    body: values => ({ token, ...values }),
    labels: signInTexts.signIn.labels,
    send: values => accept.mutate(values),
  });
  const accept = useMutation({
    mutationFn: (values: { password: string }) => call('accept-invitation', { token, ...values }),
    onSuccess: answer => onAccepted(answer),
    onError: (thrown, values) => {
      const problem = problemOf(thrown);
      if (problem.kind === 'account-exists') return signIn.mutate(values);
      form.show(problem);
      onRefused(problem);
    },
  });
  const signingIn = accept.error && problemOf(accept.error).kind === 'account-exists';
  return (
    <form {...form.props} className={fields.fields}>
      <FormProblem form={form} error={signingIn ? signIn.error : accept.error} />
      <p>{signInTexts.accept.accountExists(email)}</p>
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField {...form.text('password')} autoFocus />
      <Button type="submit" fullWidth loading={accept.isPending || signIn.isPending}>
        {signInTexts.accept.join}
      </Button>
      <Anchor component={Link} to={backHere} state={{ token, email }} size="sm" ta="center">
        {signInTexts.accept.signIn}
      </Anchor>
    </form>
  );
}

const backHere = '/sign-in?next=/accept';

/** The first step of signing in, with the password that was typed here; the second has its own page. */
function useSignInFirst(token: string, { email }: InvitationGreeting) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ password }: { password: string }) => call('sign-in', { email, password }),
    onSuccess: (answer, { password }) => {
      if (!('challenge' in answer)) return beginSession(client, answer);
      const { challenge } = answer;
      keepTypedPassword(challenge.session, password);
      navigate(backHere, { state: { challenge, token, email } });
    },
  });
}

function OtherAccount({ signedInAs, email }: { signedInAs: string; email: string }) {
  const client = useQueryClient();
  const leave = useMutation({ mutationFn: () => call('sign-out', {}), onSuccess: () => endSession(client) });
  return (
    <div className={fields.fields}>
      {leave.error && <ProblemNotice problem={problemOf(leave.error)} />}
      <p>{signInTexts.accept.otherAccount(signedInAs, email)}</p>
      <Button variant="default" fullWidth loading={leave.isPending} onClick={() => leave.mutate()}>
        {t.shell.signOut}
      </Button>
    </div>
  );
}

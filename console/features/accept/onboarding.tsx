/** Onboarding: a password, who you are, where to reach you, and what you agree to. Ends signed in. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { AcceptInvitation, type InvitationGreeting } from '../../../shared/contract/invitations.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { Monogram } from '../../ui/brand.tsx';
import { CenteredPage } from '../../ui/centered-page.tsx';
import fields from '../../ui/fields.module.css';
import { useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { Countdown } from '../../ui/time.tsx';
import { useTelephone } from '../../ui/use-telephone.ts';
import classes from './accept.module.css';
import { type Turns, useAccepted } from './accepted.ts';
import { AboutYou, Agreements, PasswordSection } from './onboarding-sections.tsx';
import { bodyOf, type OnboardingValues, valuesFor } from './onboarding-values.ts';

type Props = { token: string; greeting: InvitationGreeting; turns: Turns };

export function Onboarding({ token, greeting, turns }: Props) {
  const { organization, inviter, expiresAt } = greeting;
  const telephone = useTelephone();
  const form = useContractForm({
    initial: valuesFor(greeting),
    schema: AcceptInvitation,
    body: values => bodyOf(values, token, greeting, telephone.known),
    labels: signInTexts.accept.labels,
    send: values => accept.mutate(values),
  });
  const { onAccepted, onRefused } = useAccepted(greeting, turns);
  const accept = useMutation({
    mutationFn: (values: OnboardingValues) =>
      call('accept-invitation', bodyOf(values, token, greeting, telephone.known)),
    onSuccess: (answer, { password }) => onAccepted(answer, { password }),
    onError: thrown => {
      form.show(problemOf(thrown));
      onRefused(problemOf(thrown));
    },
  });
  return (
    <CenteredPage
      wide
      title={signInTexts.accept.title(organization.name)}
      lead={signInTexts.accept.lead(inviter?.name)}
      emblem={<Monogram name={organization.name} size="large" />}
    >
      <form {...form.props} className={fields.fields}>
        <PasswordSection form={form} email={greeting.email} />
        <AboutYou form={form} telephone={telephone} />
        <Agreements form={form} terms={greeting.terms} />
        <FormProblem form={form} error={accept.error} />
        <Button type="submit" fullWidth loading={accept.isPending}>
          {signInTexts.accept.submit}
        </Button>
        {expiresAt && (
          <p className={classes.expiry}>
            <Countdown until={expiresAt} words={signInTexts.accept.expiresIn} />
          </p>
        )}
      </form>
    </CenteredPage>
  );
}

/** What somebody sees whose link does not open any more, and how they come to one that does. */
import { Button } from '@mantine/core';
import {
  IconCircleCheck,
  IconHourglassOff,
  IconLinkOff,
  IconMailCheck,
  IconMailForward,
  IconMailOff,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { InvitationGreeting } from '../../../shared/contract/invitations.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { CenteredPage } from '../../ui/centered-page.tsx';
import { Emblem } from '../../ui/emblem.tsx';
import fields from '../../ui/fields.module.css';
import { ProblemNotice } from '../../ui/problem-notice.tsx';

type ClosedProps = { greeting: InvitationGreeting };

export function RenewableLink({
  token,
  greeting,
  state,
}: ClosedProps & { token: string; state: 'expired' | 'replaced' }) {
  const renew = useMutation({ mutationFn: () => call('renew-invitation', { token }) });
  const { name } = greeting.organization;
  if (renew.isSuccess) {
    return (
      <CenteredPage
        title={signInTexts.accept.renewedTitle}
        lead={signInTexts.accept.renewed(greeting.email)}
        emblem={<Emblem icon={<IconMailCheck />} tone="good" />}
      />
    );
  }
  const Icon = state === 'expired' ? IconHourglassOff : IconMailForward;
  return (
    <CenteredPage
      title={signInTexts.accept[state].title}
      lead={signInTexts.accept[state].lead(name)}
      emblem={<Emblem icon={<Icon />} tone="waiting" />}
    >
      <div className={fields.fields}>
        {renew.error && <ProblemNotice problem={problemOf(renew.error)} />}
        <Button fullWidth loading={renew.isPending} onClick={() => renew.mutate()}>
          {signInTexts.accept.renew}
        </Button>
      </div>
    </CenteredPage>
  );
}

export function AcceptedAlready({ greeting }: ClosedProps) {
  return (
    <CenteredPage
      title={signInTexts.accept.acceptedTitle}
      lead={signInTexts.accept.accepted(greeting.organization.name)}
      emblem={<Emblem icon={<IconCircleCheck />} tone="good" />}
    >
      <Button component={Link} to="/sign-in" state={{ email: greeting.email }} fullWidth>
        {signInTexts.signIn.submit}
      </Button>
    </CenteredPage>
  );
}

export function Revoked({ greeting }: ClosedProps) {
  const { inviter, organization } = greeting;
  return (
    <CenteredPage
      title={signInTexts.accept.revokedTitle}
      lead={signInTexts.accept.revoked(organization.name, inviter?.name)}
      emblem={<Emblem icon={<IconMailOff />} tone="bad" />}
    />
  );
}

export function UnknownLink() {
  return (
    <CenteredPage
      title={signInTexts.accept.unknownTitle}
      lead={signInTexts.accept.unknown}
      emblem={<Emblem icon={<IconLinkOff />} tone="waiting" />}
    >
      <Button component={Link} to="/sign-in" variant="default" fullWidth>
        {signInTexts.signIn.submit}
      </Button>
    </CenteredPage>
  );
}

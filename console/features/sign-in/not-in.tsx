/** Why somebody does not get in although nothing was mistyped: each reason has its own next step. */
import { Button } from '@mantine/core';
import {
  type Icon,
  IconHourglass,
  IconKey,
  IconLock,
  IconPlayerPause,
  IconShieldOff,
  IconUserCheck,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { call } from '../../api/api.ts';
import { type Problem, problemOf } from '../../api/problem.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { CenteredPage } from '../../ui/centered-page.tsx';
import { CheckInbox } from '../../ui/check-inbox.tsx';
import { Emblem } from '../../ui/emblem.tsx';
import fields from '../../ui/fields.module.css';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import type { Tone } from '../../ui/status.tsx';

/** Waiting is nobody's fault: no reason is shown as an error. */
const emblems = {
  'password-reset-required': { Icon: IconKey, tone: 'accent' },
  'awaiting-approval': { Icon: IconUserCheck, tone: 'accent' },
  'second-factor-unavailable': { Icon: IconShieldOff, tone: 'waiting' },
  'no-active-membership': { Icon: IconLock, tone: 'waiting' },
  'organization-suspended': { Icon: IconPlayerPause, tone: 'waiting' },
  'too-many-attempts': { Icon: IconHourglass, tone: 'waiting' },
} as const satisfies Partial<Record<Problem['kind'], { Icon: Icon; tone: Tone }>>;

type Reason = keyof typeof emblems;

type NotInProps = {
  problem: Problem;
  reason: Reason /** Empty where a reload has forgotten it. */;
  email: string;
  onBack: () => void;
};

export function reasonIn(problem: Problem | undefined): Reason | undefined {
  return problem && problem.kind in emblems ? (problem.kind as Reason) : undefined;
}

export function NotIn({ problem, reason, email, onBack }: NotInProps) {
  const back = (
    <Button variant="subtle" color="gray" fullWidth onClick={onBack}>
      {signInTexts.forgot.back}
    </Button>
  );
  if (reason === 'too-many-attempts') {
    return (
      <Waiting reason={reason} title={problem.title} lead={problem.detail}>
        <Button variant="default" fullWidth onClick={onBack}>
          {signInTexts.notIn['too-many-attempts'].back}
        </Button>
      </Waiting>
    );
  }
  if (reason === 'password-reset-required') return <NewPassword email={email} back={back} />;
  return (
    <Waiting reason={reason} title={signInTexts.notIn[reason].title} lead={signInTexts.notIn[reason].lead}>
      {back}
    </Waiting>
  );
}

type WaitingProps = { reason: Reason; title: string; lead: string; children: ReactNode };

function Waiting({ reason, title, lead, children }: WaitingProps) {
  const { Icon, tone } = emblems[reason];
  return (
    <CenteredPage title={title} lead={lead} emblem={<Emblem icon={<Icon />} tone={tone} />} news>
      <div className={fields.fields}>{children}</div>
    </CenteredPage>
  );
}

function NewPassword({ email, back }: { email: string; back: ReactNode }) {
  const send = useMutation({ mutationFn: () => call('forgot-password', { email }) });
  if (send.isSuccess) return <CheckInbox email={email}>{back}</CheckInbox>;
  const { title, lead } = signInTexts.notIn['password-reset-required'];
  return (
    <Waiting reason="password-reset-required" title={title} lead={lead}>
      {send.error && <ProblemNotice problem={problemOf(send.error)} />}
      {email ? (
        <Button fullWidth loading={send.isPending} onClick={() => send.mutate()}>
          {signInTexts.notIn.sendLink}
        </Button>
      ) : (
        <Button component={Link} to="/forgot-password" fullWidth>
          {signInTexts.notIn.sendLink}
        </Button>
      )}
      {back}
    </Waiting>
  );
}

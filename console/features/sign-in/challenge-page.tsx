/** The second step: a code from the app or the telephone, or a recovery code in its place. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { SentTo } from '../../../shared/contract/routes.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { notify } from '../../ui/notices.tsx';
import { CodeForm } from './code-form.tsx';
import { type Question, useHanded } from './handed.ts';
import { NotIn, reasonIn } from './not-in.tsx';
import { RecoveryForm } from './recovery-form.tsx';
import classes from './sign-in.module.css';
import { useAnswer, useTurn } from './use-answer.ts';

export function ChallengePage({ challenge }: { challenge: Question }) {
  const [recovers, setRecovers] = useState(false);
  const { email = '' } = useHanded();
  const turn = useTurn();
  const answer = useSend(challenge);
  const problem = answer.error ? problemOf(answer.error) : undefined;
  const reason = reasonIn(problem);
  const restart = () => turn({});
  if (problem && reason) return <NotIn problem={problem} reason={reason} email={email} onBack={restart} />;
  const others = (
    <Others onRestart={restart}>
      <Button
        variant="subtle"
        fullWidth
        onClick={() => {
          answer.reset();
          setRecovers(!recovers);
        }}
      >
        {recovers ? signInTexts.recovery.useCode : signInTexts.challenge.useRecovery}
      </Button>
    </Others>
  );
  const Form = recovers ? RecoveryForm : CodeForm;
  return <Form challenge={challenge} answer={answer} others={others} />;
}

type Answering = ReturnType<typeof useSend>;

export type AnswerFormProps = {
  challenge: Question;
  answer: Answering;
  /** What else can be done. */
  others: ReactNode;
};

function useSend({ session }: Question) {
  const onAnswer = useAnswer();
  return useMutation({
    mutationFn: (given: Omit<SentTo<'answer-challenge'>, 'session'>) =>
      call('answer-challenge', { session, ...given }),
    onSuccess: (answered, { recoveryCode }) => {
      onAnswer(answered);
      if (recoveryCode && 'person' in answered)
        notify(signInTexts.recovery.used(answered.person.mfa.recoveryCodesLeft));
    },
  });
}

function Others({ onRestart, children }: { onRestart: () => void; children: ReactNode }) {
  return (
    <div className={classes.others}>
      {children}
      <Button variant="subtle" color="gray" fullWidth onClick={onRestart}>
        {signInTexts.challenge.restart}
      </Button>
    </div>
  );
}

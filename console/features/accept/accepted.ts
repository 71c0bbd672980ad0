/** What follows on accepting: the console, signed in; or another look at the invitation, when it has moved on. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { InvitationGreeting } from '../../../shared/contract/invitations.ts';
import type { OutputOf } from '../../../shared/contract/routes.ts';
import type { Problem } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { beginSession } from '../../api/query-client.ts';
import { keepTypedPassword } from '../../state/typed-password.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { notify } from '../../ui/notices.tsx';

/** Refusals after which the page must say something else than before. */
const moved: readonly Problem['kind'][] = [
  'link-unknown',
  'link-replaced',
  'invitation-expired',
  'invitation-revoked',
  'invitation-accepted',
];

type Accepted = {
  onAccepted: (answer: OutputOf<'accept-invitation'>, typed?: { password: string }) => void;
  onRefused: (problem: Problem) => void;
};

/** What the page does that is not the next page. */
export type Turns = {
  /** Takes another look at the invitation. */
  onMoved: () => void;
  /** Says that somebody must approve first. */
  onWait: () => void;
};

export function useAccepted({ organization, email }: InvitationGreeting, turns: Turns): Accepted {
  const { onMoved, onWait } = turns;
  const client = useQueryClient();
  const navigate = useNavigate();
  return {
    onAccepted: (answer, typed) => {
      if ('challenge' in answer) {
        const { challenge } = answer;
        if (typed) keepTypedPassword(challenge.session, typed.password);
        navigate('/sign-in', { replace: true, state: { challenge, email } });
        return;
      }
      if ('accessToken' in answer) beginSession(client, answer);
      else client.setQueryData(queries.me().queryKey, answer);
      if (!answer.organizations.some(({ id }) => id === organization.id)) return onWait();
      navigate(`/o/${organization.id}`, { replace: true });
      notify(signInTexts.accept.welcome(organization.name));
    },
    onRefused: ({ kind }) => {
      if (kind === 'awaiting-approval') onWait();
      if (moved.includes(kind)) onMoved();
    },
  };
}

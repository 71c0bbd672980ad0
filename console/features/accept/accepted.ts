/** What follows on accepting: the console, signed in; or another look at the invitation, when it has moved on. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { InvitationGreeting } from '../../../shared/contract/invitations.ts';
import type { OutputOf } from '../../../shared/contract/routes.ts';
import type { Problem } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { beginSession } from '../../api/query-client.ts';
import { t } from '../../texts/texts.ts';
import { notify } from '../../ui/notices.tsx';

/** Refusals after which the page must say something else than before. */
const moved: readonly Problem['kind'][] = [
  'link-unknown',
  'link-replaced',
  'invitation-expired',
  'invitation-revoked',
  'invitation-accepted',
];

export function useAccepted({ organization }: InvitationGreeting, onMoved: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return {
    onAccepted: (answer: OutputOf<'accept-invitation'>) => {
      if ('challenge' in answer) {
        navigate('/sign-in', { replace: true, state: { challenge: answer.challenge } });
        return;
      }
      if ('accessToken' in answer) beginSession(client, answer);
      else client.setQueryData(queries.me().queryKey, answer);
      navigate(`/o/${organization.id}`, { replace: true });
      notify(t.accept.welcome(organization.name));
    },
    onRefused: ({ kind }: Problem) => {
      if (moved.includes(kind)) onMoved();
    },
  };
}

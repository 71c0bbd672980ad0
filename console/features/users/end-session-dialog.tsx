/** Asks before one session of a user ends: whatever runs there is signed out at once. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SessionView } from '../../../shared/contract/sessions.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { sessionTexts } from '../../texts/sessions.ts';
import { userPageTexts } from '../../texts/user-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/notices.tsx';
import type { DeedDialogProps } from './deed-dialog.tsx';

type EndProps = DeedDialogProps & { session: SessionView };

export function EndSessionDialog({ user, session, onClose }: EndProps) {
  const client = useQueryClient();
  const { organization: org, id } = user;
  const words = sessionTexts.asks.one;
  const end = useMutation({
    mutationFn: () => call('end-user-session', { org, user: id, session: session.id }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: queries.userSessions(org, id).queryKey });
      onClose();
      notify(userPageTexts.userSessions.ended);
    },
  });
  return (
    <Dialog
      title={words.title(session.device)}
      confirm={words.confirm}
      danger
      busy={end.isPending}
      problem={end.error ? problemOf(end.error) : undefined}
      onConfirm={() => end.mutate()}
      onClose={onClose}
    >
      <p>{session.client ? words.lostScript : words.lost}</p>
    </Dialog>
  );
}

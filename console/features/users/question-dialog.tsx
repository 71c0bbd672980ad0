/** The question before a deed that cannot simply be taken back: what is lost by it stands there. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { showUser } from '../../api/user-cache.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/notices.tsx';
import type { DeedDialogProps } from './deed-dialog.tsx';
import { type Asking, questionOf } from './questions.ts';

export function QuestionDialog({ deed, user, onClose }: DeedDialogProps & { deed: Asking }) {
  const client = useQueryClient();
  const { route, title, lost, confirm, done, danger } = questionOf(deed, user);
  const turn = useMutation({
    mutationFn: () => call(route, { org: user.organization, user: user.id }),
    onSuccess: changed => {
      void showUser(client, changed);
      onClose();
      notify(done);
    },
  });
  return (
    <Dialog
      title={title}
      confirm={confirm}
      danger={danger}
      busy={turn.isPending}
      problem={turn.error ? problemOf(turn.error) : undefined}
      onConfirm={() => turn.mutate()}
      onClose={onClose}
    >
      {lost.map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Dialog>
  );
}

/** Asks before a second factor goes. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Factor, FactorsView } from '../../../shared/contract/factors.ts';
import { call } from '../../api/api.ts';
import { showMe } from '../../api/me-cache.ts';
import { problemOf } from '../../api/problem.ts';
import { accountTexts } from '../../texts/account.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/notices.tsx';

type RemoveProps = { factor: Factor; mfa: FactorsView; onClose: () => void };

export function RemoveFactorDialog({ factor, mfa, onClose }: RemoveProps) {
  const client = useQueryClient();
  const words = accountTexts.removeFactor;
  const remove = useMutation({
    mutationFn: () => call('remove-factor', { factor }),
    onSuccess: me => {
      void showMe(client, me);
      onClose();
      notify(words.done[factor]);
    },
  });
  const isLast = mfa.enrolled.length === 1;
  return (
    <Dialog
      title={words.title[factor]}
      confirm={words.confirm}
      danger
      busy={remove.isPending}
      problem={remove.error ? problemOf(remove.error) : undefined}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{isLast ? words.last : words.lost[factor]}</p>
    </Dialog>
  );
}

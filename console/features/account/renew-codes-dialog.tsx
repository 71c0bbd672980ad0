/** New recovery codes in place of the old ones: asks first, then shows them this once. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/api.ts';
import { askForMe } from '../../api/me-cache.ts';
import { problemOf } from '../../api/problem.ts';
import { accountTexts } from '../../texts/account.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Modal } from '../../ui/modal.tsx';
import { RecoveryCodes } from '../../ui/recovery-codes.tsx';

export function RenewCodesDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [urged, setUrged] = useState(false);
  const renew = useMutation({
    mutationFn: () => call('renew-recovery-codes', {}),
    onSuccess: () => askForMe(client),
  });
  const codes = renew.data?.recoveryCodes;
  if (codes) {
    return (
      <Modal title={accountTexts.recoveryCodes.title} onClose={() => setUrged(true)}>
        <RecoveryCodes codes={codes} urged={urged} onKept={onClose} />
      </Modal>
    );
  }
  const words = accountTexts.renewCodes;
  return (
    <Dialog
      title={words.title}
      confirm={words.confirm}
      busy={renew.isPending}
      problem={renew.error ? problemOf(renew.error) : undefined}
      onConfirm={() => renew.mutate()}
      onClose={onClose}
    >
      <p>{words.lost}</p>
    </Dialog>
  );
}

/** Has a file checked anew: as users are by now, and with invitations or without. */
import { Switch } from '@mantine/core';
import { useState } from 'react';
import type { ImportView } from '../../../shared/contract/imports.ts';
import { importsTexts } from '../../texts/imports.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useCheck } from './use-import-deeds.ts';

const words = importsTexts.recheck;

type RecheckProps = { org: string; it: ImportView; onClose: () => void };

export function RecheckDialog({ org, it, onClose }: RecheckProps) {
  const [sendInvitations, setSendInvitations] = useState(it.sendInvitations);
  const check = useCheck(org, it);
  const { invitations } = importsTexts.fresh;
  return (
    <Dialog
      title={words.title}
      confirm={words.confirm}
      busy={check.isPending}
      onConfirm={() => check.mutate({ sendInvitations }, { onSettled: onClose })}
      onClose={onClose}
    >
      <p>{words.lead}</p>
      <Switch
        label={invitations.label}
        description={sendInvitations ? invitations.on : invitations.off}
        checked={sendInvitations}
        onChange={event => setSendInvitations(event.currentTarget.checked)}
      />
    </Dialog>
  );
}

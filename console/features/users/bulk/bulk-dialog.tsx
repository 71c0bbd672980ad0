/** The window before something is done to many: what exactly, for how many, and who is skipped. */
import { TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Actor } from '../../../api/actor.ts';
import { call } from '../../../api/api.ts';
import { problemOf } from '../../../api/problem.ts';
import { bulkTexts as words } from '../../../texts/bulk.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useIdempotencyKey } from '../../../ui/idempotency-key.ts';
import { followJob } from '../../../ui/jobs/followed.ts';
import { bulkQueries } from './bulk-queries.ts';
import { type BulkDeed, choosingOf, deedWith, type ManyDeed } from './deeds.ts';
import type { Selection } from './picks.ts';
import { Preview } from './preview.tsx';
import { counted } from './use-matching.ts';
import { ValueField } from './value-field.tsx';

type BulkDialogProps = {
  org: string;
  actor: Actor;
  deed: ManyDeed;
  selection: Selection;
  /** How many are chosen, in words. */
  count: string;
  onStarted: () => void;
  onClose: () => void;
};

export function BulkDialog({ org, actor, deed, selection, count, onStarted, onClose }: BulkDialogProps) {
  const [value, setValue] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const choosing = choosingOf(deed);
  const what = deedWith(deed, value);
  const preview = useQuery(bulkQueries.preview(org, what, selection));
  const start = useStart(org, () => {
    onClose();
    onStarted();
  });
  const { title, lead, confirm } = words.deeds[deed];
  const found = what && preview.data;
  const ready = found && counted({ total: found.ready, isMore: found.isMore });
  const mustType = deed === 'delete' && ready !== undefined && ready !== '0';
  const problem = start.error ?? (what && preview.error);
  return (
    <Dialog
      title={title(count)}
      confirm={confirm(ready && ready !== '0' ? ready : count)}
      danger={deed === 'delete'}
      disabled={!ready || ready === '0' || (mustType && !isSameNumber(typed, ready))}
      busy={start.isPending}
      problem={problem ? problemOf(problem) : undefined}
      onConfirm={() => what && start.mutate({ deed: what, selection })}
      onClose={onClose}
    >
      <p>{lead}</p>
      {choosing && (
        <ValueField org={org} actor={actor} choosing={choosing} value={value} onChange={setValue} />
      )}
      {what && !preview.error && <Preview deed={deed} preview={found} />}
      {mustType && (
        <TextInput
          label={words.type(ready)}
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
          inputMode="numeric"
          autoComplete="off"
          data-autofocus
        />
      )}
    </Dialog>
  );
}

function useStart(org: string, onStarted: () => void) {
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  return useMutation({
    mutationFn: (input: { deed: BulkDeed; selection: Selection }) =>
      call('start-bulk', { org, ...input }, { idempotencyKey: keyFor(input) }),
    onSuccess: job => {
      void followJob(client, org, job);
      onStarted();
    },
  });
}

/** However it is written: with a separator, or with the plus that stands behind it. */
function isSameNumber(typed: string, number: string): boolean {
  const digits = (text: string) => text.replace(/\D/g, '');
  return digits(typed) === digits(number);
}

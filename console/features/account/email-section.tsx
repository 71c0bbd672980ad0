/** The address that one signs in with, and the one that waits to take its place. */
import { Button } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import type { PersonView } from '../../../shared/contract/auth.ts';
import type { EmailChangeView } from '../../../shared/contract/users.ts';
import { call } from '../../api/api.ts';
import { askForMe, showMe } from '../../api/me-cache.ts';
import { problemOf } from '../../api/problem.ts';
import { accountTexts } from '../../texts/account.ts';
import { formatSpan } from '../../ui/format.ts';
import { later } from '../../ui/later.ts';
import { notify, notifyProblem } from '../../ui/notices.tsx';
import { useNow } from '../../ui/now.ts';
import { Section } from '../../ui/section.tsx';
import { Fact } from './fact.tsx';

const ChangeEmailDialog = later(async () => (await import('./change-email-dialog.tsx')).ChangeEmailDialog);

export function EmailSection({ person: { email, emailChange } }: { person: PersonView }) {
  const [open, setOpen] = useState(false);
  const words = accountTexts.account.email;
  return (
    <Section title={words.title} lead={words.lead}>
      <Fact
        name={<bdi>{email}</bdi>}
        actions={
          <Button variant="default" onClick={() => setOpen(true)}>
            {words.change}
          </Button>
        }
      />
      {emailChange && <Pending change={emailChange} />}
      <Suspense>{open && <ChangeEmailDialog onClose={() => setOpen(false)} />}</Suspense>
    </Section>
  );
}

function Pending({ change: { email, expiresAt } }: { change: EmailChangeView }) {
  const client = useQueryClient();
  const words = accountTexts.account.email;
  const left = Date.parse(expiresAt) - useNow();
  const cancel = useMutation({
    mutationFn: () => call('cancel-my-email-change', {}),
    onSuccess: me => {
      void showMe(client, me);
      notify(words.cancelled);
    },
    onError: thrown => {
      notifyProblem(problemOf(thrown));
      void askForMe(client);
    },
  });
  return (
    <Fact
      tone="waiting"
      icon={<IconMailForward size={20} stroke={1.75} />}
      name={<bdi>{words.pending(email)}</bdi>}
      more={left > 0 ? words.pendingWhy(formatSpan(left)) : words.pendingOver}
      actions={
        <Button variant="subtle" color="gray" loading={cancel.isPending} onClick={() => cancel.mutate()}>
          {words.cancel}
        </Button>
      }
    />
  );
}

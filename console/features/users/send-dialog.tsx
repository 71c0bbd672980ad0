/** Sending an invitation (again), and giving one more time. */
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SendInvitation } from '../../../shared/contract/sending.ts';
import type { UserView } from '../../../shared/contract/users.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { dropUser, showUser } from '../../api/user-cache.ts';
import { t } from '../../texts/texts.ts';
import { userDeedsTexts } from '../../texts/user-deeds.ts';
import { usersTexts } from '../../texts/users.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { formatMinutes } from '../../ui/format.ts';
import { useIdempotencyKey } from '../../ui/idempotency-key.ts';
import { lifeChoices } from '../../ui/life.ts';
import { notify } from '../../ui/notices.tsx';
import type { DeedDialogProps } from './deed-dialog.tsx';

type SendValues = { email: string; expiresInMinutes: string; note: string };

type SendProps = DeedDialogProps & { onReplaced?: (by: UserView) => void };

export function SendDialog({ user, onClose, onReplaced }: SendProps) {
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  const organization = useQuery(queries.organization(user.organization)).data;
  const usual =
    organization && userDeedsTexts.invite.usualLife(formatMinutes(organization.invitationLifeMinutes));
  const first = user.invitation?.state === 'not-sent';
  const bodyOf = ({ email, expiresInMinutes, note }: SendValues) => ({
    org: user.organization,
    user: user.id,
    email: email.trim().toLowerCase() === user.email ? undefined : email,
    expiresInMinutes: expiresInMinutes ? Number(expiresInMinutes) : undefined,
    note: note.trim() === '' ? undefined : note,
  });
  const labels = usersTexts.userLabels;
  const form = useContractForm({
    initial: { email: user.email as string, expiresInMinutes: '', note: '' },
    schema: SendInvitation,
    body: bodyOf,
    labels,
    send: values => send.mutate(values),
    about: { 'already-member': 'email' },
  });
  const send = useMutation({
    mutationFn: (values: SendValues) => {
      const input = bodyOf(values);
      return call('send-invitation', input, { idempotencyKey: keyFor(input) });
    },
    onSuccess: changed => {
      onClose();
      // Whoever has the right address is somebody else: they stand in the place of the one who had the wrong one.
      if (changed.id !== user.id) {
        onReplaced?.(changed);
        void dropUser(client, user);
      }
      void showUser(client, changed);
      notify(userDeedsTexts.send.done(changed.email));
    },
    onError: thrown => form.show(problemOf(thrown)),
  });
  return (
    <Dialog
      title={
        first ? userDeedsTexts.send.titleFirst(user.displayName) : userDeedsTexts.send.title(user.displayName)
      }
      confirm={userDeedsTexts.send.confirm}
      busy={send.isPending}
      form={form.props}
      onClose={onClose}
    >
      <FormProblem form={form} error={send.error} />
      <p>{first ? userDeedsTexts.send.leadFirst : userDeedsTexts.send.lead}</p>
      <TextInput
        {...form.text('email')}
        label={labels.email}
        description={userDeedsTexts.send.correct}
        type="email"
        autoComplete="off"
      />
      <NativeSelect
        {...form.text('expiresInMinutes')}
        label={labels.expiresInMinutes}
        data={[{ value: '', label: usual ?? t.loading }, ...lifeChoices()]}
      />
      <Textarea {...form.text('note')} label={t.optional(labels.note)} autosize minRows={2} maxRows={6} />
    </Dialog>
  );
}

export function ExtendDialog({ user, onClose }: DeedDialogProps) {
  const client = useQueryClient();
  const [life, setLife] = useState('180');
  const extend = useMutation({
    mutationFn: () =>
      call('extend-invitation', { org: user.organization, user: user.id, expiresInMinutes: Number(life) }),
    onSuccess: changed => {
      void showUser(client, changed);
      onClose();
      notify(userDeedsTexts.extend.done(changed.displayName, formatMinutes(Number(life))));
    },
  });
  return (
    <Dialog
      title={userDeedsTexts.extend.title(user.displayName)}
      confirm={userDeedsTexts.extend.confirm}
      busy={extend.isPending}
      problem={extend.error ? problemOf(extend.error) : undefined}
      onConfirm={() => extend.mutate()}
      onClose={onClose}
    >
      <p>{userDeedsTexts.extend.lead}</p>
      <NativeSelect
        label={userDeedsTexts.extend.label}
        data={lifeChoices()}
        value={life}
        onChange={event => setLife(event.currentTarget.value)}
        data-autofocus
      />
    </Dialog>
  );
}

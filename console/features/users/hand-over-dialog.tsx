/** Handing the organization over to a user, once their name was typed: whoever does it is an admin from then on. */
import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/api.ts';
import { askForMe } from '../../api/me-cache.ts';
import { problemOf } from '../../api/problem.ts';
import { showUser } from '../../api/user-cache.ts';
import { permissionTexts } from '../../texts/permissions.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/notices.tsx';
import { isSameName } from '../../ui/same-name.ts';
import type { DeedDialogProps } from './deed-dialog.tsx';

export function HandOverDialog({ user, onClose }: DeedDialogProps) {
  const client = useQueryClient();
  const words = permissionTexts.handOver;
  const [typed, setTyped] = useState('');
  const { organization: org, displayName: name } = user;
  const handOver = useMutation({
    mutationFn: () => call('hand-over-ownership', { org, user: user.id }),
    onSuccess: async owner => {
      onClose();
      notify(words.done(name));
      await showUser(client, owner);
      // What one may do here is another by now.
      await askForMe(client);
      for (const key of ['users', 'user', 'user-permissions'])
        void client.invalidateQueries({ queryKey: [key, org] });
    },
  });
  const projects = user.projects.map(project => project.name).join(', ');
  return (
    <Dialog
      title={words.title(name)}
      confirm={words.confirm}
      danger
      disabled={!isSameName(typed, name)}
      busy={handOver.isPending}
      problem={handOver.error ? problemOf(handOver.error) : undefined}
      onConfirm={() => handOver.mutate()}
      onClose={onClose}
    >
      <p>{words.lead(name)}</p>
      {projects && <p>{words.projectsLost(projects)}</p>}
      <p>{words.lost}</p>
      <TextInput
        label={words.type(name)}
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
        autoComplete="off"
        data-autofocus
      />
    </Dialog>
  );
}

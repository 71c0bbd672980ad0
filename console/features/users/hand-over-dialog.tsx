/** Handing the organization over to a user, once their name was typed: whoever does it is an admin from then on. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/api.ts';
import { askForMe } from '../../api/me-cache.ts';
import { showUser } from '../../api/user-cache.ts';
import { permissionTexts } from '../../texts/permissions.ts';
import { notify } from '../../ui/notices.tsx';
import { TypeToConfirm } from '../../ui/type-to-confirm.tsx';
import type { DeedDialogProps } from './deed-dialog.tsx';

export function HandOverDialog({ user, onClose }: DeedDialogProps) {
  const client = useQueryClient();
  const words = permissionTexts.handOver;
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
    <TypeToConfirm name={name} words={words} deed={handOver} onClose={onClose}>
      <p>{words.lead(name)}</p>
      {projects && <p>{words.projectsLost(projects)}</p>}
      <p>{words.lost}</p>
    </TypeToConfirm>
  );
}

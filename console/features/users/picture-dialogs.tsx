/** The picture of a user, chosen and removed by an administrator. */
import { useQueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { call } from '../../api/api.ts';
import { showUser } from '../../api/user-cache.ts';
import { userDeedsTexts } from '../../texts/user-deeds.ts';
import { usersTexts } from '../../texts/users.ts';
import { later } from '../../ui/later.ts';
import { notify } from '../../ui/notices.tsx';
import type { DeedDialogProps } from './deed-dialog.tsx';

const PictureDialog = later(async () => (await import('../../ui/picture-dialog.tsx')).PictureDialog);
const RemovePictureDialog = later(
  async () => (await import('../../ui/remove-picture-dialog.tsx')).RemovePictureDialog,
);

export function ChangePicture({ user, onClose }: DeedDialogProps) {
  const client = useQueryClient();
  const on = { org: user.organization, user: user.id };
  return (
    <Suspense>
      <PictureDialog
        title={userDeedsTexts.userPicture.title(user.displayName)}
        begin={contentType => call('begin-user-picture', { ...on, contentType })}
        set={async upload => showUser(client, await call('set-user-picture', { ...on, upload }))}
        onDone={() => notify(usersTexts.users.pictureChanged(user.displayName))}
        onClose={onClose}
      />
    </Suspense>
  );
}

export function RemovePicture({ user, onClose }: DeedDialogProps) {
  const client = useQueryClient();
  const on = { org: user.organization, user: user.id };
  return (
    <Suspense>
      <RemovePictureDialog
        title={userDeedsTexts.userPicture.removeTitle(user.displayName)}
        remove={async () => showUser(client, await call('remove-user-picture', on))}
        onDone={() => notify(usersTexts.users.pictureRemoved(user.displayName))}
        onClose={onClose}
      />
    </Suspense>
  );
}

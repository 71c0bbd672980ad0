/** One's own picture: shown, chosen, replaced and removed. */
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import type { PersonView } from '../../../shared/contract/auth.ts';
import { call } from '../../api/api.ts';
import { showMe } from '../../api/me-cache.ts';
import { accountTexts } from '../../texts/account.ts';
import { later } from '../../ui/later.ts';
import { notify } from '../../ui/notices.tsx';
import { Avatar } from '../../ui/person.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './account.module.css';

const loadDialog = async () => (await import('../../ui/picture-dialog.tsx')).PictureDialog;
const PictureDialog = later(loadDialog);
const RemovePictureDialog = later(
  async () => (await import('../../ui/remove-picture-dialog.tsx')).RemovePictureDialog,
);

export function OwnPicture({ person }: { person: PersonView }) {
  const client = useQueryClient();
  const [open, setOpen] = useState<'change' | 'remove'>();
  const close = () => setOpen(undefined);
  const { id, pictureUrl } = person;
  return (
    <Section title={accountTexts.account.picture.title} lead={accountTexts.account.picture.lead}>
      <div className={classes.picture}>
        <Avatar id={id} name={`${person.firstName} ${person.lastName}`} picture={pictureUrl} size="large" />
        <Button
          variant="default"
          onClick={() => setOpen('change')}
          onPointerEnter={loadDialog}
          onFocus={loadDialog}
        >
          {pictureUrl ? accountTexts.account.picture.change : accountTexts.account.picture.choose}
        </Button>
        {pictureUrl && (
          <Button variant="subtle" color="gray" onClick={() => setOpen('remove')}>
            {accountTexts.account.picture.remove}
          </Button>
        )}
      </div>
      <Suspense>
        {open === 'change' && (
          <PictureDialog
            title={accountTexts.account.picture.dialog}
            begin={contentType => call('begin-picture', { contentType })}
            set={async upload => showMe(client, await call('set-picture', { upload }))}
            onDone={() => notify(accountTexts.account.picture.changed)}
            onClose={close}
          />
        )}
        {open === 'remove' && (
          <RemovePictureDialog
            title={accountTexts.account.picture.removeTitle}
            remove={async () => showMe(client, await call('remove-picture', {}))}
            onDone={() => notify(accountTexts.account.picture.removed)}
            onClose={close}
          />
        )}
      </Suspense>
    </Section>
  );
}

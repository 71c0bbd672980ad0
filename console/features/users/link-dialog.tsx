/** An invitation's link, to be copied by hand where the browser does not let us. */
import { TextInput } from '@mantine/core';
import { t } from '../../texts/texts.ts';
import { userDeedsTexts } from '../../texts/user-deeds.ts';
import { Dialog } from '../../ui/dialog.tsx';

export function LinkDialog({ link, onClose }: { link: string; onClose: () => void }) {
  return (
    <Dialog
      title={userDeedsTexts.copyLink.title}
      confirm={t.done}
      cancel={null}
      onConfirm={onClose}
      onClose={onClose}
    >
      <p>{userDeedsTexts.copyLink.lead}</p>
      <TextInput
        label={userDeedsTexts.copyLink.label}
        value={link}
        readOnly
        data-autofocus
        onFocus={event => event.currentTarget.select()}
      />
    </Dialog>
  );
}

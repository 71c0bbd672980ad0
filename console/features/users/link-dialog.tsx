/** An invitation's link, to be copied by hand where the browser does not let us. */
import { TextInput } from '@mantine/core';
import { t } from '../../texts/texts.ts';
import { Dialog } from '../../ui/dialog.tsx';

export function LinkDialog({ link, onClose }: { link: string; onClose: () => void }) {
  return (
    <Dialog title={t.copyLink.title} confirm={t.done} cancel={null} onConfirm={onClose} onClose={onClose}>
      <p>{t.copyLink.lead}</p>
      <TextInput
        label={t.copyLink.label}
        value={link}
        readOnly
        data-autofocus
        onFocus={event => event.currentTarget.select()}
      />
    </Dialog>
  );
}

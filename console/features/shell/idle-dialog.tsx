/** The warning before signing out, counting down. */
import { noteUse } from '../../state/last-use.ts';
import { t } from '../../texts/texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { formatSpan } from '../../ui/format.ts';

export function IdleDialog({ left, onLeave }: { left: number; onLeave: () => void }) {
  const stay = () => noteUse();
  return (
    <Dialog
      title={t.idle.title}
      confirm={t.idle.stay}
      cancel={t.idle.leave}
      onConfirm={stay}
      onCancel={onLeave}
      onClose={stay}
    >
      <p>{t.idle.lead}</p>
      <p aria-live="off">{t.idle.left(formatSpan(left))}</p>
    </Dialog>
  );
}

/** Asks before an organization is closed, and says who is out by it and what stays. */
import type { LookedAfterView } from '../../../shared/contract/looked-after.ts';
import { problemOf } from '../../api/problem.ts';
import { organizationsTexts } from '../../texts/organizations.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useSuspend } from './use-turns.ts';

type SuspendProps = { organization: LookedAfterView; onClose: () => void };

export function SuspendDialog({ organization: { id, name, active }, onClose }: SuspendProps) {
  const suspend = useSuspend(onClose);
  const words = organizationsTexts.suspension;
  return (
    <Dialog
      title={words.title(name)}
      confirm={words.confirm}
      danger
      busy={suspend.isPending}
      problem={suspend.error ? problemOf(suspend.error) : undefined}
      onConfirm={() => suspend.mutate(id)}
      onClose={onClose}
    >
      <p>{words.out(active, formatNumber(active))}</p>
      <p>{words.stays}</p>
    </Dialog>
  );
}

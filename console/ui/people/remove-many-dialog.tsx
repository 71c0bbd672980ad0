/** The question before so many are removed that a job does it: there is no way back by one click. */
import { problemOf } from '../../api/problem.ts';
import { membersTexts as words } from '../../texts/members.ts';
import { Dialog } from '../dialog.tsx';
import { formatNumber } from '../format.ts';
import { useIdempotencyKey } from '../idempotency-key.ts';
import type { Team } from './team.ts';
import { useJob } from './use-changes.ts';
import type { Selection } from './use-selection.ts';

type RemoveManyProps = { team: Team; selection: Selection; onClose: () => void };

export function RemoveManyDialog({ team, selection, onClose }: RemoveManyProps) {
  const keyFor = useIdempotencyKey();
  const remove = selection.people.map(({ id }) => id);
  const count = formatNumber(remove.length);
  const job = useJob(team, () => {
    selection.clear();
    onClose();
  });
  return (
    <Dialog
      title={words.removeMany.title(count, team.name)}
      confirm={words.removeMany.confirm(count)}
      danger
      busy={job.isPending}
      problem={job.error ? problemOf(job.error) : undefined}
      onConfirm={() => job.mutate({ input: { remove }, key: keyFor(remove) })}
      onClose={onClose}
    >
      <p>{words.removeMany.lost}</p>
    </Dialog>
  );
}

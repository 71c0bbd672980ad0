/** Asks before a session ends, or several: whatever runs there is signed out at once. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { SessionView } from '../../../shared/contract/sessions.ts';
import { call } from '../../api/api.ts';
import { tellOtherTabs } from '../../api/other-tabs.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { endSession } from '../../api/query-client.ts';
import { sessionTexts } from '../../texts/sessions.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/notices.tsx';

/** One session, or so many. */
export type Ending = SessionView | 'others' | 'all';

export function EndSessionsDialog({ ending, onClose }: { ending: Ending; onClose: () => void }) {
  const end = useEnd(ending, onClose);
  const words = wordsFor(ending);
  return (
    <Dialog
      title={words.title}
      confirm={words.confirm}
      danger
      busy={end.isPending}
      problem={end.error ? problemOf(end.error) : undefined}
      onConfirm={() => end.mutate()}
      onClose={onClose}
    >
      <p>{words.lost}</p>
    </Dialog>
  );
}

function useEnd(ending: Ending, onClose: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () =>
      typeof ending === 'string'
        ? call('end-my-sessions', { which: ending })
        : call('end-my-session', { session: ending.id }),
    onSuccess: async () => {
      if (includesThis(ending)) {
        // First away from what would ask again, then forget.
        await navigate('/sign-in', { replace: true });
        endSession(client);
        return tellOtherTabs();
      }
      onClose();
      notify(ending === 'others' ? sessionTexts.othersEnded : sessionTexts.ended);
      await client.invalidateQueries({ queryKey: queries.mySessions().queryKey });
    },
  });
}

function includesThis(ending: Ending): boolean {
  return ending === 'all' || (typeof ending !== 'string' && ending.current);
}

function wordsFor(ending: Ending): { title: string; lost: string; confirm: string } {
  const { asks } = sessionTexts;
  if (typeof ending === 'string') return asks[ending];
  if (ending.current) return asks.this;
  const lost = ending.client ? asks.one.lostScript : asks.one.lost;
  return { title: asks.one.title(ending.device), lost, confirm: asks.one.confirm };
}

/** What is done at once and offers the way back for some seconds, as far as there is one. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UserView } from '../../../shared/contract/users.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { showUser } from '../../api/user-cache.ts';
import { usersTexts } from '../../texts/users.ts';
import { notify, notifyProblem, notifyWithUndo } from '../../ui/notices.tsx';
import { everAccepted } from './deeds.ts';

type Turn = 'deactivate' | 'reactivate' | 'archive' | 'restore' | 'bring-back';
type Turning = { turn: Turn /** As they were before. */; user: UserView; undoing?: true };

/** `bring-back`: from the archive, and active again where they were. */
const back: Readonly<Record<Turn, Turn>> = {
  deactivate: 'reactivate',
  reactivate: 'deactivate',
  archive: 'bring-back',
  'bring-back': 'archive',
  restore: 'archive',
};

export function useTurns() {
  const client = useQueryClient();
  const turns = useMutation({
    mutationFn: ({ turn, user }: Turning) => run(turn, user),
    onSuccess: (after, { turn, user, undoing }) => {
      void showUser(client, after);
      const message = said(turn, user, after);
      if (undoing) return notify(message);
      notifyWithUndo(message, () => turns.mutate({ turn: back[turn], user, undoing: true }));
    },
    onError: (thrown, { user: { organization: org, id } }) => {
      notifyProblem(problemOf(thrown));
      // The first half of bringing somebody back may have been done.
      void client.invalidateQueries({ queryKey: ['users', org] });
      void client.invalidateQueries({ queryKey: queries.user(org, id).queryKey });
    },
  });
  return turns;
}

async function run(turn: Turn, { organization: org, id: user, status }: UserView): Promise<UserView> {
  const input = { org, user };
  switch (turn) {
    case 'deactivate':
      return call('deactivate-user', input);
    case 'reactivate':
      return call('reactivate-user', input);
    case 'archive':
      return call('archive-user', input);
    case 'restore':
      return call('restore-user', input);
    case 'bring-back': {
      const restored = await call('restore-user', input);
      return status === 'active' ? call('reactivate-user', input) : restored;
    }
  }
}

function said(turn: Turn, before: UserView, after: UserView): string {
  const { displayName: name } = after;
  const words = usersTexts.users;
  switch (turn) {
    case 'deactivate':
      return words.deactivated(name);
    case 'reactivate':
      return words.reactivated(name);
    case 'archive':
      return words.archived(name);
    case 'restore':
      return everAccepted(after) ? words.restored(name) : words.restoredUninvited(name);
    case 'bring-back':
      return [
        after.status === 'active' ? words.back(name) : words.restored(name),
        ...lost(before, after),
      ].join(' ');
  }
}

/** What archiving has taken that restoring does not give back. */
function lost(before: UserView, after: UserView): string[] {
  const { lostByArchiving: words, backWithout } = usersTexts.users;
  const gone = [
    before.apiAccess && !after.apiAccess && words.apiAccess,
    before.emailChange && !after.emailChange && words.emailChange,
    before.home && !after.home && words.home,
  ].filter(word => typeof word === 'string');
  return gone.length > 0 ? [backWithout(gone.join(', '))] : [];
}

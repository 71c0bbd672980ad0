/** Everything that can be done with a user, from wherever they are shown: at once, or after a question. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { UserView } from '../../../shared/contract/users.ts';
import type { Actor } from '../../api/actor.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { showUser } from '../../api/user-cache.ts';
import { t } from '../../texts/texts.ts';
import { notify, notifyProblem, notifyWithUndo } from '../../ui/notices.tsx';
import { type Deed, everAccepted } from './deeds.ts';

/** A deed that waits for an answer in a dialog. */
type Asked = { deed: Deed; user: UserView; link?: string };

export type UserActions = {
  actor: Actor;
  start: (deed: Deed, user: UserView) => void;
  asked: Asked | undefined;
  close: () => void;
};

export function useUserActions(actor: Actor): UserActions {
  const [asked, setAsked] = useState<Asked>();
  const turn = useTurn();
  const copy = useCopyLink(setAsked);
  const start = (deed: Deed, user: UserView) => {
    if (deed === 'copy-link') return copy.mutate(user);
    if (deed === 'reactivate') return turn.mutate({ to: 'active', user });
    // Reactivating takes it back, but only somebody who had accepted: for others there is a question first.
    if (deed === 'deactivate' && everAccepted(user)) return turn.mutate({ to: 'inactive', user });
    setAsked({ deed, user });
  };
  return { actor, start, asked, close: () => setAsked(undefined) };
}

type Turn = { to: 'active' | 'inactive'; user: UserView; undoing?: boolean };

/** Deactivates and reactivates, and offers the other way round for some seconds. */
function useTurn() {
  const client = useQueryClient();
  const turn = useMutation({
    mutationFn: ({ to, user }: Turn) => {
      const input = { org: user.organization, user: user.id };
      return to === 'active' ? call('reactivate-user', input) : call('deactivate-user', input);
    },
    onSuccess: (user, { to, undoing }) => {
      void showUser(client, user);
      const back = to === 'active' ? 'inactive' : 'active';
      const message =
        to === 'active' ? t.users.reactivated(user.displayName) : t.users.deactivated(user.displayName);
      if (undoing) notify(message);
      else notifyWithUndo(message, () => turn.mutate({ to: back, user, undoing: true }));
    },
    onError: thrown => notifyProblem(problemOf(thrown)),
  });
  return turn;
}

/** Copies a further link; where the browser refuses, the link is shown instead. */
function useCopyLink(ask: (asked: Asked) => void) {
  return useMutation({
    mutationFn: (user: UserView) => call('copy-invitation-link', { org: user.organization, user: user.id }),
    onSuccess: ({ link }, user) =>
      navigator.clipboard.writeText(link).then(
        () => notify(t.users.linkCopied(user.displayName)),
        () => ask({ deed: 'copy-link', user, link }),
      ),
    onError: thrown => notifyProblem(problemOf(thrown)),
  });
}

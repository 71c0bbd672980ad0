/** Everything that can be done with a user, from wherever they are shown: at once, or after a question. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { UserView } from '../../../shared/contract/users.ts';
import type { Actor } from '../../api/actor.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { showUser } from '../../api/user-cache.ts';
import { usersTexts } from '../../texts/users.ts';
import { notify, notifyProblem } from '../../ui/notices.tsx';
import { type Deed, everAccepted } from './deeds.ts';
import { useTurns } from './use-turns.ts';

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
  const turns = useTurns();
  const copy = useCopyLink(setAsked);
  const cancel = useCancelEmailChange();
  const start = (deed: Deed, user: UserView) => {
    if (deed === 'copy-link') return copy.mutate(user);
    if (deed === 'cancel-email-change') return cancel.mutate(user);
    if (deed === 'reactivate' || deed === 'restore') return turns.mutate({ turn: deed, user });
    // Undo brings back whoever had accepted; the link that others were sent is dead for good: they are asked about.
    if ((deed === 'deactivate' || deed === 'archive') && everAccepted(user))
      return turns.mutate({ turn: deed, user });
    setAsked({ deed, user });
  };
  return { actor, start, asked, close: () => setAsked(undefined) };
}

/** Copies a further link; where the browser refuses, the link is shown instead. */
function useCopyLink(ask: (asked: Asked) => void) {
  return useMutation({
    mutationFn: (user: UserView) => call('copy-invitation-link', { org: user.organization, user: user.id }),
    onSuccess: ({ link }, user) =>
      navigator.clipboard.writeText(link).then(
        () => notify(usersTexts.users.linkCopied(user.displayName)),
        () => ask({ deed: 'copy-link', user, link }),
      ),
    onError: thrown => notifyProblem(problemOf(thrown)),
  });
}

function useCancelEmailChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ organization, id }: UserView) =>
      call('cancel-user-email-change', { org: organization, user: id }),
    onSuccess: user => {
      void showUser(client, user);
      notify(usersTexts.users.emailChangeCancelled(user.displayName));
    },
    onError: thrown => notifyProblem(problemOf(thrown)),
  });
}

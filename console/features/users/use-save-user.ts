/** Saving what was edited, on the version that was seen: nothing that others have saved is overwritten unseen. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UserView } from '../../../shared/contract/users.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { showUser } from '../../api/user-cache.ts';
import { broughtTogether, type Meanwhile } from '../../ui/meanwhile.ts';
import { changesIn, type UserValues, valuesOf } from './user-values.ts';

/** Somebody else was faster: what they saved, and what to go on with. */
type Stale = { theirs: UserView; values: UserValues; meanwhile: Meanwhile<UserValues>[] };
type Outcome = { saved: UserView } | Stale;

type Handlers = {
  onSaved: (saved: UserView) => void;
  onStale: (stale: Stale) => void;
  onRefused: (thrown: Error) => void;
};

export function useSaveUser(base: UserView, { onSaved, onStale, onRefused }: Handlers) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (values: UserValues) => save(base, values),
    onSuccess: outcome => {
      if ('saved' in outcome) {
        void showUser(client, outcome.saved);
        return onSaved(outcome.saved);
      }
      void showUser(client, outcome.theirs);
      onStale(outcome);
    },
    onError: onRefused,
  });
}

/** Where others have changed nothing that stands in the form, there is nothing to show, and it is saved on theirs. */
async function save(base: UserView, values: UserValues): Promise<Outcome> {
  try {
    return { saved: await call('edit-user', changesIn(values, base), { version: base.version }) };
  } catch (thrown) {
    if (problemOf(thrown).kind !== 'stale-version') throw thrown;
    const theirs = await call('get-user', { org: base.organization, user: base.id });
    const together = broughtTogether(valuesOf(base), valuesOf(theirs), values);
    return together.meanwhile.length === 0 ? save(theirs, together.values) : { theirs, ...together };
  }
}

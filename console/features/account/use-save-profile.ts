/** Saves one's own profile as it was seen: if it was changed from elsewhere meanwhile, nothing is overwritten. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Me } from '../../../shared/contract/auth.ts';
import type { SentTo } from '../../../shared/contract/routes.ts';
import { useMe } from '../../api/actor.ts';
import { call } from '../../api/api.ts';
import { showMe } from '../../api/me-cache.ts';
import { type Problem, problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { accountTexts } from '../../texts/account.ts';
import { notify } from '../../ui/notices.tsx';
import { valuesOf } from './profile-values.ts';

type Outcomes = {
  onSaved: (saved: Me) => void;
  onStale: (theirs: Me) => void;
  onRefused: (problem: Problem) => void;
};

/** @param base as the form began */
export function useSaveProfile(base: Me, outcomes: Outcomes) {
  const client = useQueryClient();
  const version = versionOf(useMe(), base);
  return useMutation({
    mutationFn: (changes: SentTo<'edit-me'>) => call('edit-me', changes, { version }),
    onSuccess: saved => {
      void showMe(client, saved);
      outcomes.onSaved(saved);
      notify(accountTexts.account.saved);
    },
    onError: async thrown => {
      const problem = problemOf(thrown);
      if (problem.kind !== 'stale-version') return outcomes.onRefused(problem);
      outcomes.onStale(await client.fetchQuery({ ...queries.me(), staleTime: 0 }));
    },
  });
}

/** The newest one where nothing of the profile has changed since: a picture or an address may have. */
function versionOf(now: Me, base: Me): number {
  const same = JSON.stringify(valuesOf(now.person)) === JSON.stringify(valuesOf(base.person));
  return same ? now.version : base.version;
}

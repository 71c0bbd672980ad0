/** Adding and removing members: one by one with the way back, or as a job. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MemberView } from '../../../shared/contract/groups.ts';
import type { PersonId } from '../../../shared/contract/ids.ts';
import { problemOf } from '../../api/problem.ts';
import { membersTexts as words } from '../../texts/members.ts';
import { formatNumber } from '../format.ts';
import { notify, notifyProblem, notifyWithUndo } from '../notices.tsx';
import { forEach, type Refused } from './several.ts';
import { membersKey, mostAtOnce, type Team } from './team.ts';
import { noteMembers } from './written-members.ts';

type Changing = { deed: 'add' | 'remove'; people: readonly MemberView[]; undoing?: true };

/** Whether so many are changed by a job. */
export function needsJob({ change }: Team, count: number): boolean {
  return change !== undefined && count > mostAtOnce;
}

/** @param onBegun called when a job has begun */
export function useChanges(team: Team) {
  const client = useQueryClient();
  const showAgain = useShowAgain(team);
  const changes = useMutation({
    mutationFn: ({ deed, people }: Changing) => forEach(people, ({ id }) => team[deed](id)),
    onSuccess: async ({ done, refused }, { deed, people, undoing }) => {
      noteMembers(client, team, done, deed === 'add');
      tell(refused, people.length);
      if (done.length > 0) {
        const message = said(deed, done, team.name);
        const back = { deed: deed === 'add' ? 'remove' : 'add', people: done, undoing: true } as const;
        undoing || deed === 'add' ? notify(message) : notifyWithUndo(message, () => changes.mutate(back));
      }
      await showAgain();
    },
  });
  return changes;
}

/** What shows members, asked for anew. */
export function useShowAgain({ org, kind, id }: Pick<Team, 'org' | 'kind' | 'id'>): () => Promise<unknown> {
  const client = useQueryClient();
  const keys = [membersKey({ org, id }), [kind, org, id], [`${kind}s`, org], ['jobs', org]];
  const elsewhere = [
    ['people', org],
    ['people-page', org],
    ['users', org],
    ['user', org],
    ['user-permissions', org],
  ];
  return () => {
    for (const queryKey of elsewhere) void client.invalidateQueries({ queryKey });
    return Promise.all(keys.map(queryKey => client.invalidateQueries({ queryKey })));
  };
}

export function useJob(team: Team, onBegun: () => void) {
  const showAgain = useShowAgain(team);
  return useMutation({
    mutationFn: async ({ input, key }: { input: { add?: PersonId[]; remove?: PersonId[] }; key: string }) =>
      team.change?.(input, key),
    onSuccess: () => {
      void showAgain();
      onBegun();
      notify(words.begun);
    },
  });
}

function said(deed: Changing['deed'], done: readonly MemberView[], team: string): string {
  const [first] = done;
  const [one, many] = deed === 'add' ? [words.added, words.addedMany] : [words.removed, words.removedMany];
  return done.length === 1 && first ? one(first.displayName, team) : many(formatNumber(done.length), team);
}

/** Who stays as they were, and why. */
function tell(refused: readonly Refused<MemberView>[], of: number): void {
  const [first] = refused;
  if (first && of === 1) notifyProblem(first.problem);
  if (!first || of === 1) return;
  const named = refused
    .slice(0, 3)
    .map(({ person, problem }) => words.because(person.displayName, problem.title));
  const rest = refused.length > 3 ? [words.andMore(formatNumber(refused.length - 3))] : [];
  const title = words.notDone(formatNumber(refused.length));
  notifyProblem({ ...problemOf(undefined), title, detail: [...named, ...rest].join('. ') });
}

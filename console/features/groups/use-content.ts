/** Granting content to a group and taking it away, with the way back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ContentView, GroupView } from '../../../shared/contract/groups.ts';
import type { OutputOf } from '../../../shared/contract/routes.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { groupsTexts } from '../../texts/groups.ts';
import { notify, notifyProblem, notifyWithUndo } from '../../ui/notices.tsx';
import { groupQueries } from './group-queries.ts';

const words = groupsTexts.contents;

export function useContent({ org, group: { id: group, name } }: { org: string; group: GroupView }) {
  const client = useQueryClient();
  const lists = ['group-content', org, group];
  const showAgain = () => {
    void client.invalidateQueries({ queryKey: lists });
    void client.invalidateQueries({ queryKey: groupQueries.one(org, group).queryKey });
    void client.invalidateQueries({ queryKey: ['groups', org] });
  };
  const grant = (content: ContentView) => call('grant-content', { org, group, ...content });
  const back = useMutation({
    mutationFn: grant,
    onSuccess: content => notify(words.back(content.name, name)),
    onError: thrown => notifyProblem(problemOf(thrown)),
    onSettled: showAgain,
  });
  const remove = useMutation({
    mutationFn: ({ type, id }: ContentView) => call('remove-content', { org, group, type, id }),
    onSuccess: (_, removed) => {
      client.setQueriesData<OutputOf<'list-group-content'>>(
        { queryKey: lists },
        page => page && { ...page, items: page.items.filter(item => !isSame(item, removed)) },
      );
      notifyWithUndo(words.removed(removed.name, name), () => back.mutate(removed));
    },
    onError: thrown => notifyProblem(problemOf(thrown)),
    onSettled: showAgain,
  });
  return { grant, remove, showAgain };
}

function isSame(one: ContentView, other: ContentView): boolean {
  return one.type === other.type && one.id === other.id;
}

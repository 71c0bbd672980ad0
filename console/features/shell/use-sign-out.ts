/** Signing out: here at once, and in every other tab of this browser. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { call } from '../../api/api.ts';
import { tellOtherTabs } from '../../api/other-tabs.ts';
import { problemOf } from '../../api/problem.ts';
import { endSession } from '../../api/query-client.ts';
import { notifyProblem } from '../../ui/notices.tsx';

export function useSignOut() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => call('sign-out', {}),
    onSuccess: async () => {
      tellOtherTabs();
      await navigate('/sign-in');
      endSession(client);
    },
    onError: thrown => notifyProblem(problemOf(thrown)),
  });
}

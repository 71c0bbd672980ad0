/** Saving the catalogue on the version that was seen; what others have saved meanwhile is shown before it is gone. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Catalogue, PutCatalogue } from '../../../shared/contract/catalogue.ts';
import { accessQueries } from '../../api/access-queries.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { catalogueTexts as words } from '../../texts/catalogue.ts';
import { notify } from '../../ui/notices.tsx';
import { type Changes, changesBetween } from './catalogue-changes.ts';
import { faultsAt } from './catalogue-document.ts';

type Sent = { value: PutCatalogue; text: string };

export function usePutCatalogue(catalogue: Catalogue, onSaved: () => void) {
  const client = useQueryClient();
  // What the editor began with: a newer answer does not change what somebody is typing.
  const [base, setBase] = useState(catalogue);
  const [theirs, setTheirs] = useState<Changes>();
  const { queryKey } = accessQueries.catalogue();
  const put = useMutation({
    mutationFn: ({ value }: Sent) => call('put-catalogue', value, { version: base.version }),
    onSuccess: saved => {
      client.setQueryData(queryKey, saved);
      void client.invalidateQueries({ queryKey: ['applications'] });
      onSaved();
      notify(words.saved);
    },
    onError: async thrown => {
      if (problemOf(thrown).kind !== 'stale-version') return;
      const newest = await client.fetchQuery({ ...accessQueries.catalogue(), staleTime: 0 });
      setTheirs(changesBetween(base, newest));
      setBase(newest);
    },
  });
  const problem = put.error ? problemOf(put.error) : undefined;
  const isAboutText = problem?.kind === 'validation-failed' && problem.errors.length > 0;
  return {
    base,
    theirs,
    isSaving: put.isPending,
    problem: problem?.kind === 'stale-version' || isAboutText ? undefined : problem,
    /** What the server has found wrong with a text, as long as it is that text. */
    faultsIn: (text: string) =>
      isAboutText && put.variables?.text === text ? faultsAt(text, problem.errors) : [],
    save: (value: PutCatalogue, text: string) => put.mutate({ value, text }),
  };
}

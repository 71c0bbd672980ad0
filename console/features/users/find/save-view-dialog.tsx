/** Saving the list under a name; under one that is taken, after a question. */
import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SaveView } from '../../../../shared/contract/views.ts';
import { problemOf } from '../../../api/problem.ts';
import { findTexts } from '../../../texts/find.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useContractForm } from '../../../ui/form.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { searchOf } from '../list-state.ts';
import type { FindProps } from './toolbar.tsx';
import { useSaveView } from './use-views.ts';
import { viewQueries } from './view-queries.ts';

const words = findTexts.views;

export function SaveViewDialog({ org, list, onClose }: FindProps & { onClose: () => void }) {
  const views = useQuery(viewQueries.all(org)).data ?? [];
  const [replaced, setReplaced] = useState<string>();
  const saving = useSaveView(org, onClose);
  const search = searchOf(list);
  const form = useContractForm({
    initial: { name: '' },
    schema: SaveView,
    body: values => ({ org, search, ...values }),
    labels: { name: words.name },
    send: ({ name }) => {
      const taken = views.find(view => isSame(view.name, name.trim()));
      if (taken) return setReplaced(taken.name);
      saving.mutate({ name: name.trim(), search }, { onError: thrown => form.show(problemOf(thrown)) });
    },
  });
  if (replaced !== undefined) {
    return (
      <Dialog
        title={words.replaceTitle}
        confirm={words.replaceConfirm}
        busy={saving.isPending}
        problem={saving.error ? problemOf(saving.error) : undefined}
        onConfirm={() => saving.mutate({ name: form.values.name.trim(), search })}
        onCancel={() => setReplaced(undefined)}
        onClose={onClose}
      >
        <p>{words.replace(replaced)}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={words.title}
      confirm={words.confirm}
      busy={saving.isPending}
      form={form.props}
      onClose={onClose}
    >
      <p>{words.lead}</p>
      <FormProblem form={form} error={saving.error} />
      <TextInput
        label={words.name}
        placeholder={words.example}
        autoComplete="off"
        data-autofocus
        {...form.text('name')}
      />
    </Dialog>
  );
}

/** As the server tells names apart. */
function isSame(one: string, other: string): boolean {
  return one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
}

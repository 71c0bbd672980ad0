/** Deleting something once its name was typed: what it takes from whom stands there first. */
import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { problemOf } from '../api/problem.ts';
import { Dialog } from './dialog.tsx';
import { notify } from './notices.tsx';

type DeleteProps = {
  name: string;
  words: {
    title: (name: string) => string;
    lead: string;
    type: (name: string) => string;
    confirm: string;
    done: (name: string) => string;
  };
  remove: () => Promise<void>;
  onDeleted: () => void;
  /** Somebody has changed it since: what is lost is to be read anew. */
  onStale: () => void;
  onClose: () => void;
  children?: ReactNode;
};

export function DeleteDialog({ name, words, remove, onDeleted, onStale, onClose, children }: DeleteProps) {
  const [typed, setTyped] = useState('');
  const removing = useMutation({
    mutationFn: remove,
    onSuccess: () => {
      onClose();
      onDeleted();
      notify(words.done(name));
    },
    onError: thrown => problemOf(thrown).kind === 'stale-version' && onStale(),
  });
  return (
    <Dialog
      title={words.title(name)}
      confirm={words.confirm}
      danger
      disabled={!sameName(typed, name)}
      busy={removing.isPending}
      problem={removing.error ? problemOf(removing.error) : undefined}
      onConfirm={() => removing.mutate()}
      onClose={onClose}
    >
      <p>{words.lead}</p>
      {children}
      <TextInput
        label={words.type(name)}
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
        autoComplete="off"
        data-autofocus
      />
    </Dialog>
  );
}

function sameName(typed: string, name: string): boolean {
  const plain = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ');
  return plain(typed) === plain(name);
}

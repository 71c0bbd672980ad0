/** Deleting something once its name was typed: what it takes from whom stands there first. */
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemOf } from '../api/problem.ts';
import { notify } from './notices.tsx';
import { TypeToConfirm } from './type-to-confirm.tsx';

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
    <TypeToConfirm name={name} words={words} deed={removing} onClose={onClose}>
      <p>{words.lead}</p>
      {children}
    </TypeToConfirm>
  );
}

/** The question before what cannot be undone: answered by typing the name of whom or what it is about. */
import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { problemOf } from '../api/problem.ts';
import { Dialog } from './dialog.tsx';

type TypeToConfirmProps = {
  name: string;
  words: { title: (name: string) => string; type: (name: string) => string; confirm: string };
  /** The mutation that does it. */
  deed: { mutate: () => void; isPending: boolean; error: Error | null };
  onClose: () => void;
  /** What will be lost. */
  children: ReactNode;
};

export function TypeToConfirm({ name, words, deed, onClose, children }: TypeToConfirmProps) {
  const [typed, setTyped] = useState('');
  return (
    <Dialog
      title={words.title(name)}
      confirm={words.confirm}
      danger
      disabled={!isSameName(typed, name)}
      busy={deed.isPending}
      problem={deed.error ? problemOf(deed.error) : undefined}
      onConfirm={() => deed.mutate()}
      onClose={onClose}
    >
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

/** As far as eyes can tell. */
function isSameName(typed: string, name: string): boolean {
  const plain = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ');
  return plain(typed) === plain(name);
}

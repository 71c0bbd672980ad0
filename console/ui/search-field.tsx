/** A field that narrows a list down: what is typed is asked for when the hand rests. `/` leads into it. */
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useShortcut } from './shortcuts.ts';

type SearchFieldProps = {
  label: string;
  className?: string;
  /** What the list is asked for now. */
  value: string;
  onSearch: (text: string) => void;
};

/** Milliseconds without a key. */
const rest = 250;

export function SearchField({ label, className, value, onSearch }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [said, setSaid] = useState(value);
  // Asked for something else from elsewhere, such as by going back.
  if (said !== value) {
    setSaid(value);
    if (typed.trim() !== value) setTyped(value);
  }
  const search = useEffectEvent(() => {
    if (typed.trim() !== value) onSearch(typed.trim());
  });
  useEffect(() => {
    if (typed.trim() === said) return;
    const timer = setTimeout(() => search(), rest);
    return () => clearTimeout(timer);
  }, [typed, said]);
  useShortcut('/', () => field.current?.focus());
  return (
    <TextInput
      ref={field}
      className={className}
      type="search"
      aria-label={label}
      placeholder={label}
      aria-keyshortcuts="/"
      autoComplete="off"
      maxLength={100}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      value={typed}
      onChange={event => setTyped(event.currentTarget.value)}
    />
  );
}

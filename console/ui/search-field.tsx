/** A field that narrows a list down: what is typed is asked for when the hand rests. `/` leads into it, Escape clears it. */
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import classes from './search-field.module.css';
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
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || typed === '') return;
    event.preventDefault();
    setTyped('');
    if (value !== '') onSearch('');
  };
  return (
    <div className={`${classes.field} ${className ?? ''}`}>
      <IconSearch className={classes.icon} size={16} aria-hidden="true" />
      <input
        ref={field}
        className={classes.input}
        type="search"
        aria-label={label}
        placeholder={label}
        aria-keyshortcuts="/"
        autoComplete="off"
        maxLength={100}
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

/** A person in a list: initials, and the name over the address. */
import type { ReactNode } from 'react';
import classes from './person.module.css';

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    word => [...(word ?? '')][0] ?? '',
  );
  return letters.join('').toUpperCase();
}

/** One of the six quiet colours, always the same for the same id. */
function hueOf(id: string): number {
  return [...id].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 6;
}

export function Avatar({ id, name, size }: { id: string; name: string; size?: 'small' | 'large' }) {
  return (
    <span className={classes.avatar} data-hue={hueOf(id)} data-size={size} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

type PersonProps = {
  person: { id: string; displayName: string; email: string };
  /** The name, for example as a link. */
  children?: ReactNode;
};

export function Person({ person, children }: PersonProps) {
  return (
    <span className={classes.person}>
      <Avatar id={person.id} name={person.displayName} />
      <span className={classes.words}>
        <bdi className={classes.name}>{children ?? person.displayName}</bdi>
        <bdi className={classes.email}>{person.email}</bdi>
      </span>
    </span>
  );
}

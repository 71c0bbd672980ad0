/** A person in a list: their picture or initials, and the name over the address. */
import { type ReactNode, useState } from 'react';
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

type AvatarProps = {
  id: string;
  name: string;
  /** Where the picture is; initials stand for one that is missing or does not come. */
  picture?: string;
  size?: 'small' | 'large';
};

/** The name stands beside it, so it says nothing itself. */
export function Avatar({ id, name, picture, size }: AvatarProps) {
  const [broken, setBroken] = useState<string>();
  return (
    <span className={classes.avatar} data-hue={hueOf(id)} data-size={size} aria-hidden="true">
      {picture && picture !== broken ? (
        <img src={picture} alt="" loading="lazy" onError={() => setBroken(picture)} />
      ) : (
        initialsOf(name)
      )}
    </span>
  );
}

type PersonProps = {
  person: { id: string; displayName: string; email: string; pictureUrl?: string };
  /** The name, for example as a link. */
  children?: ReactNode;
};

export function Person({ person, children }: PersonProps) {
  return (
    <span className={classes.person}>
      <Avatar id={person.id} name={person.displayName} picture={person.pictureUrl} />
      <span className={classes.words}>
        <bdi className={classes.name}>{children ?? person.displayName}</bdi>
        <bdi className={classes.email}>{person.email}</bdi>
      </span>
    </span>
  );
}

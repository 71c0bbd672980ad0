/** A status as a word and a colour: the word alone says it too. */
import classes from './status.module.css';

export type Tone = 'good' | 'waiting' | 'bad' | 'accent' | 'faint';

/** @param why on hover */
export function Status({ tone, why, children }: { tone: Tone; why?: string; children: string }) {
  return (
    <span className={classes.status} data-tone={tone} title={why}>
      {children}
    </span>
  );
}

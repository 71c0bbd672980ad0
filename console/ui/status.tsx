/** A status as a word and a colour: the word alone says it too. */
import classes from './status.module.css';

export type Tone = 'good' | 'waiting' | 'bad' | 'accent' | 'faint';

export function Status({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={classes.status} data-tone={tone}>
      {children}
    </span>
  );
}

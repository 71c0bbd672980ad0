/** Shows what somebody else has changed while this form was open: nothing of theirs is overwritten unseen. */
import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { t } from '../texts/texts.ts';
import classes from './changed-meanwhile.module.css';
import type { Meanwhile } from './meanwhile.ts';
import type { Values } from './values.ts';

type ChangedProps<V extends Values> = {
  meanwhile: readonly Meanwhile<V>[];
  /** What a field is called, and how its value reads. */
  label: (field: keyof V & string) => string;
  words?: (field: keyof V & string, value: V[keyof V & string]) => string;
  /** Gives up what is typed here for theirs. */
  onTake: (change: Meanwhile<V>) => void;
};

export function ChangedMeanwhile<V extends Values>({ meanwhile, label, words, onTake }: ChangedProps<V>) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => element.current?.focus(), []);
  const read = (field: keyof V & string, value: V[keyof V & string]) =>
    words?.(field, value) ?? (value === '' || value === null ? t.meanwhile.empty : String(value));
  return (
    <section ref={element} tabIndex={-1} className={classes.changed} aria-labelledby="meanwhile">
      <h3 id="meanwhile" className={classes.title}>
        <IconUsers size={18} aria-hidden="true" />
        {t.meanwhile.title}
      </h3>
      <p>{meanwhile.some(({ yours }) => yours !== undefined) ? t.meanwhile.lead : t.meanwhile.taken}</p>
      <ul className={classes.list}>
        {meanwhile.map(change => (
          <li key={change.field} className={classes.field}>
            <span className={classes.label}>{label(change.field)}</span>
            <span className={classes.values}>
              <bdi>{read(change.field, change.theirs)}</bdi>
              {change.yours !== undefined && (
                <span className={classes.yours}>
                  {t.meanwhile.yours} <bdi>{read(change.field, change.yours)}</bdi>
                </span>
              )}
            </span>
            {change.yours !== undefined && (
              <Button size="compact-sm" variant="default" onClick={() => onTake(change)}>
                {t.meanwhile.take}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

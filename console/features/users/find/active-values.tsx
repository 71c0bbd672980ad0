/** When somebody was last active: a span that moves along with today, or from a day to a day. */
import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { findTexts as words } from '../../../texts/find.ts';
import { keepsEscape } from '../../../ui/popover.tsx';
import { type Days, daysIn, isSpan, presetIn, presets, spanOf } from './active-span.ts';
import { useChosen } from './choose-values.tsx';
import type { ValuesProps } from './filter-values.tsx';
import classes from './find.module.css';

export function ActiveValues({ label, values, onChange }: ValuesProps) {
  const [[span = ''], choose] = useChosen(values, onChange);
  return (
    <>
      {presets.map(preset => (
        <Radio
          {...keepsEscape}
          key={preset}
          className={classes.value}
          size="xs"
          name={label}
          label={words.presets[preset]}
          checked={presetIn(span) === preset}
          onChange={() => choose([preset])}
        />
      ))}
      <Range span={span} onChange={choose} />
    </>
  );
}

type RangeProps = { span: string; onChange: (values: readonly string[]) => void };

/** What is half typed is kept, and asked for once it makes sense. */
function Range({ span, onChange }: RangeProps) {
  const [days, setDays] = useState<Days>(daysIn(span) ?? {});
  const [said, setSaid] = useState(span);
  if (said !== span) {
    setSaid(span);
    setDays(daysIn(span) ?? {});
  }
  const isTurned = days.from && days.to ? days.from > days.to : false;
  const set = (different: Days) => {
    const next = { ...days, ...different };
    setDays(next);
    const typed = spanOf(next);
    if (isSpan(typed) || (!next.from && !next.to)) onChange(isSpan(typed) ? [typed] : []);
  };
  const field = (side: keyof Days) => ({
    ...keepsEscape,
    type: 'date',
    size: 'xs',
    value: days[side] ?? '',
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => set({ [side]: event.currentTarget.value }),
  });
  return (
    <div className={classes.range}>
      <TextInput label={words.from} {...field('from')} max={days.to} />
      <TextInput label={words.to} {...field('to')} min={days.from} />
      {isTurned && (
        <p className={classes.turned} role="alert">
          {words.turned}
        </p>
      )}
    </div>
  );
}

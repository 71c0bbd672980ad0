/** Boxes to tick, with a field that finds them where they may be many. */
import { Checkbox, Radio, Skeleton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { findTexts as words } from '../../../texts/find.ts';
import { formatNumber } from '../../../ui/format.ts';
import { keepsEscape } from '../../../ui/popover.tsx';
import { type Choice, matching } from '../../../ui/search-choices.ts';
import type { ValuesProps } from './filter-values.tsx';
import classes from './find.module.css';

type ChooseProps = ValuesProps & {
  /** Undefined while they are on their way. */
  choices: readonly Choice[] | undefined;
  /** What the field that finds them is called. */
  search?: string;
  /** One excludes the others. */
  single?: boolean;
};

/** With more than these, a field stands above them. */
const atAGlance = 8;
/** So many are drawn. */
const most = 50;

export function ChooseValues({ choices, search, values, onChange, single }: ChooseProps) {
  const [typed, setTyped] = useState('');
  const [chosen, choose] = useChosen(values, onChange);
  if (!choices) return <Skeleton className={classes.coming} height={120} aria-busy="true" />;
  const found = matching(choices, typed);
  const toggle = (value: string) => {
    const others = chosen.filter(each => each !== value);
    const on = others.length === chosen.length;
    choose([...(single ? [] : others), ...(on ? [value] : [])]);
  };
  return (
    <>
      {search && choices.length > atAGlance && <Search label={search} typed={typed} onType={setTyped} />}
      {found.slice(0, most).map(choice => (
        <Value
          key={choice.value}
          choice={choice}
          chosen={chosen.includes(choice.value)}
          single={single}
          onToggle={toggle}
        />
      ))}
      {found.length === 0 && <p className={classes.note}>{words.noMatch}</p>}
      {found.length > most && <p className={classes.note}>{words.more(formatNumber(found.length - most))}</p>}
    </>
  );
}

/** Ticked at once: the address follows a moment later, and is right whenever it says something else. */
export function useChosen(values: readonly string[], onChange: (values: readonly string[]) => void) {
  const [chosen, setChosen] = useState(values);
  const [said, setSaid] = useState(values);
  if (said.join() !== values.join()) {
    setSaid(values);
    setChosen(values);
  }
  const choose = (next: readonly string[]) => {
    setChosen(next);
    onChange(next);
  };
  return [chosen, choose] as const;
}

type ValueProps = { choice: Choice; chosen: boolean; single?: boolean; onToggle: (value: string) => void };

function Value({ choice: { value, label, hint }, chosen, single, onToggle }: ValueProps) {
  const name = useId();
  const Box = single ? Radio : Checkbox;
  return (
    <Box
      {...keepsEscape}
      className={classes.value}
      size="xs"
      name={single ? name : undefined}
      label={<bdi>{label}</bdi>}
      description={hint}
      checked={chosen}
      onChange={() => onToggle(value)}
    />
  );
}

type SearchProps = { label: string; typed: string; onType: (text: string) => void };

function Search({ label, typed, onType }: SearchProps) {
  return (
    <TextInput
      {...keepsEscape}
      className={classes.search}
      size="xs"
      aria-label={label}
      placeholder={label}
      autoComplete="off"
      leftSection={<IconSearch size={14} aria-hidden="true" />}
      value={typed}
      onChange={event => onType(event.currentTarget.value)}
    />
  );
}

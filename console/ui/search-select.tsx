/** One of many choices, found by typing a part of its name: the combobox of the ARIA Authoring Practices. */
import { TextInput } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useFollow } from './floating.ts';
import { place } from './place.ts';
import { type Choice, matching } from './search-choices.ts';
import classes from './search-select.module.css';

type SearchSelectProps = {
  name: string;
  label: string;
  choices: readonly Choice[];
  value: string | null;
  description?: string;
  placeholder?: string;
  error?: string;
  /** What is wrong stands elsewhere. */
  invalid?: boolean;
  disabled?: boolean;
  onChange: (value: string | null) => void;
  /** Hears of what is looked for, where the choices are asked for by it; empty: everything. */
  onType?: (text: string) => void;
  /** Instead of choices, when none has what was typed. */
  nothing: string;
};

export function SearchSelect(props: SearchSelectProps) {
  const { name, label, choices, value, onChange, nothing } = props;
  const id = useId();
  const chosen = choices.find(choice => choice.value === value)?.label ?? '';
  /** What is typed while the list is open. */
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = typed === undefined ? [] : matching(choices, typed === chosen ? '' : typed);

  const open = (input: HTMLInputElement, text: string) => {
    setTyped(text);
    props.onType?.(text === chosen ? '' : text);
    const at = text === chosen ? choices.findIndex(choice => choice.value === value) : 0;
    setActive(Math.max(0, at));
    requestAnimationFrame(() => show(list.current, input));
  };
  const close = () => {
    setTyped(undefined);
    list.current?.hidePopover();
  };
  const choose = (choice: Choice | undefined) => {
    if (choice?.disabled) return;
    if (choice) onChange(choice.value);
    close();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (typed === undefined) return open(event.currentTarget, chosen);
      setActive((active + step + found.length) % Math.max(1, found.length));
    }
    if (typed === undefined) return;
    if (event.key === 'Enter') event.preventDefault();
    if (event.key === 'Enter') choose(found[active]);
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
  };
  useFollow(list, () => document.activeElement, placement, typed !== undefined);
  /** Emptying the field chooses nothing; anything else unfinished is forgotten. */
  const onBlur = () => {
    if (typed === '') onChange(null);
    close();
  };
  return (
    <>
      <TextInput
        name={name}
        label={label}
        description={props.description}
        placeholder={props.placeholder}
        error={props.error ?? props.invalid}
        disabled={props.disabled}
        value={typed ?? chosen}
        role="combobox"
        aria-expanded={typed !== undefined}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found[active] && `${id}-${found[active].value}`}
        autoComplete="off"
        rightSection={<IconSelector size={16} aria-hidden="true" />}
        rightSectionPointerEvents="none"
        onClick={event => typed === undefined && open(event.currentTarget, chosen)}
        onFocus={event => event.currentTarget.select()}
        onChange={event => open(event.currentTarget, event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      <div
        ref={list}
        id={`${id}-list`}
        popover="manual"
        role="listbox"
        aria-label={label}
        className={classes.list}
      >
        <Options id={id} choices={found} active={active} value={value} onChoose={choose} />
        {typed !== undefined && found.length === 0 && <div className={classes.nothing}>{nothing}</div>}
      </div>
    </>
  );
}

type OptionsProps = {
  id: string;
  choices: readonly Choice[];
  active: number;
  value: string | null;
  onChoose: (choice: Choice) => void;
};

function Options({ id, choices, active, value, onChoose }: OptionsProps) {
  return choices.map((choice, at) => (
    <Option
      key={choice.value}
      id={`${id}-${choice.value}`}
      choice={choice}
      active={at === active}
      chosen={choice.value === value}
      onChoose={onChoose}
    />
  ));
}

type OptionProps = {
  id: string;
  choice: Choice;
  active: boolean;
  chosen: boolean;
  onChoose: (choice: Choice) => void;
};

function Option({ id, choice, active, chosen, onChoose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
    <div
      ref={element => {
        if (active) element?.scrollIntoView({ block: 'nearest' });
      }}
      id={id}
      role="option"
      aria-selected={chosen}
      aria-disabled={choice.disabled}
      data-active={active}
      className={classes.option}
      // Before the field loses the focus, which would close the list.
      onPointerDown={event => {
        event.preventDefault();
        onChoose(choice);
      }}
    >
      {choice.label}
      {choice.hint && <span className={classes.hint}>{choice.hint}</span>}
    </div>
  );
}

const placement = { side: 'below', align: 'start' } as const;

function show(list: HTMLElement | null, input: HTMLInputElement): void {
  if (!list) return;
  list.style.width = `${input.offsetWidth}px`;
  list.showPopover();
  place(list, input, placement);
}

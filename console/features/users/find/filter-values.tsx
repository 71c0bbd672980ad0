/** To what a filter is set: of each of a few values whether, or of many those that are found by typing. */
import { findTexts as words } from '../../../texts/find.ts';
import { ActiveValues } from './active-values.tsx';
import { ChooseValues } from './choose-values.tsx';
import { fixedChoices, useNamedChoices } from './filter-names.ts';
import { type FilterKey, isFixed, isNamed, isSingle, type NamedFilter, withFilter } from './filters.ts';
import classes from './find.module.css';
import type { FindProps } from './toolbar.tsx';

export function FilterValues({ filter, ...props }: FindProps & { filter: FilterKey }) {
  const { list, change, org } = props;
  const given = {
    label: words.filters[filter],
    values: list.filters[filter] ?? [],
    onChange: (values: readonly string[]) => change({ filters: withFilter(list.filters, filter, values) }),
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <fieldset> would draw its legend into the frame
    <div role="group" aria-label={given.label} ref={focus} tabIndex={-1} className={classes.group}>
      <div className={classes.label} aria-hidden="true">
        {given.label}
      </div>
      {isNamed(filter) && <NamedValues {...given} filter={filter} org={org} />}
      {isFixed(filter) && (
        <ChooseValues {...given} choices={fixedChoices(filter)} single={isSingle(filter)} />
      )}
      {filter === 'active' && <ActiveValues {...given} />}
    </div>
  );
}

/** What somebody has pressed is gone: the focus goes on to what came in its place. */
export function focus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}

export type ValuesProps = {
  label: string;
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
};

function NamedValues({ filter, org, ...props }: ValuesProps & { filter: NamedFilter; org: string }) {
  const choices = useNamedChoices(filter, org);
  if (choices?.length === 0) return <p className={classes.note}>{words.none[filter]}</p>;
  return <ChooseValues {...props} choices={choices} search={words.search[filter]} />;
}

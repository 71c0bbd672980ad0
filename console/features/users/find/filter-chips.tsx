/** The filters that are set: each opens to be changed, and can be removed. */
import { UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { findTexts as words } from '../../../texts/find.ts';
import { usersTexts } from '../../../texts/users.ts';
import { formatEither } from '../../../ui/format.ts';
import { Popover } from '../../../ui/popover.tsx';
import { useNamedChoices, valueWords } from './filter-names.ts';
import { FilterValues } from './filter-values.tsx';
import { type FilterKey, filterKeys, isNamed, type NamedFilter, withFilter } from './filters.ts';
import classes from './find.module.css';
import type { FindProps } from './toolbar.tsx';

type ChipsProps = FindProps & { onRemoved: () => void };

export function FilterChips(props: ChipsProps) {
  const { filters } = props.list;
  return (
    <ul className={classes.chips} aria-label={usersTexts.users.filtersLabel}>
      {filterKeys.map(key => {
        const values = filters[key];
        if (!values) return null;
        const given = { ...props, filter: key, values };
        return (
          <li key={key}>
            {isNamed(key) ? <NamedChip {...given} filter={key} /> : <FilterChip {...given} />}
          </li>
        );
      })}
    </ul>
  );
}

type ChipProps = ChipsProps & { filter: FilterKey; values: readonly string[] };

function NamedChip(props: ChipProps & { filter: NamedFilter }) {
  const named = useNamedChoices(props.filter, props.org);
  return <FilterChip {...props} named={named} />;
}

type FilterChipProps = ChipProps & { named?: ReturnType<typeof useNamedChoices> };

function FilterChip({ filter, values, named, onRemoved, ...props }: FilterChipProps) {
  const { list, change } = props;
  const name = words.filters[filter];
  const said = formatEither(valueWords(filter, values, named));
  const remove = () => {
    change({ filters: withFilter(list.filters, filter, []) });
    onRemoved();
  };
  return (
    <span className={classes.chip}>
      <Popover
        label={words.change(name)}
        button={opens => (
          <UnstyledButton className={classes.set} title={said} {...opens}>
            <span className={classes.of}>{name}</span>
            <bdi className={classes.to}>{said}</bdi>
          </UnstyledButton>
        )}
      >
        <FilterValues {...props} filter={filter} />
      </Popover>
      <button type="button" className={classes.remove} aria-label={words.remove(name)} onClick={remove}>
        <IconX size={12} aria-hidden="true" />
      </button>
    </span>
  );
}

/** Setting a filter: first by what, then to which values. */
import { UnstyledButton } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { findTexts as words } from '../../../texts/find.ts';
import { keepsEscape } from '../../../ui/popover.tsx';
import { offeredFilters } from './filter-names.ts';
import { FilterValues, focus } from './filter-values.tsx';
import type { FilterKey } from './filters.ts';
import classes from './find.module.css';
import type { FindProps } from './toolbar.tsx';

export function FilterMenu(props: FindProps) {
  const { list, actor } = props;
  const [chosen, setChosen] = useState<FilterKey>();
  const [before, setBefore] = useState<FilterKey>();
  const back = () => {
    setBefore(chosen);
    setChosen(undefined);
  };
  if (chosen) {
    return (
      <>
        <UnstyledButton {...keepsEscape} className={classes.back} onClick={back}>
          <IconChevronLeft size={16} aria-hidden="true" />
          {words.back}
        </UnstyledButton>
        <FilterValues {...props} filter={chosen} />
      </>
    );
  }
  return offeredFilters(list.tab, actor).map(key => (
    <UnstyledButton
      {...keepsEscape}
      key={key}
      ref={key === before ? focus : undefined}
      className={classes.item}
      onClick={() => setChosen(key)}
    >
      {words.filters[key]}
      <span className={classes.count}>{list.filters[key]?.length}</span>
      <IconChevronRight size={16} aria-hidden="true" />
    </UnstyledButton>
  ));
}

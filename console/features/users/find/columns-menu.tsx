/** Which columns are shown; on a phone, where there are no headings to press, also in which order the list is. */
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { findTexts } from '../../../texts/find.ts';
import { usersTexts } from '../../../texts/users.ts';
import { keepsEscape } from '../../../ui/popover.tsx';
import { useNarrow } from '../../../ui/use-narrow.ts';
import { type ColumnKey, choosableColumns, isUsual, shownColumns } from '../list-columns.ts';
import { type ListState, sorts } from '../list-state.ts';
import { useChosen } from './choose-values.tsx';
import classes from './find.module.css';
import type { FindProps } from './toolbar.tsx';

const words = findTexts.columns;

export function ColumnsMenu({ list, change }: FindProps) {
  const { tab } = list;
  const shown = shownColumns(tab, list.columns);
  const narrow = useNarrow();
  const [chosen, choose] = useChosen(shown, values => {
    const columns = choosableColumns(tab).filter(key => values.includes(key));
    change({ columns, cursor: list.cursor });
  });
  const toggle = (key: ColumnKey) =>
    choose(chosen.includes(key) ? chosen.filter(each => each !== key) : [...chosen, key]);
  return (
    <>
      {narrow && <Order list={list} change={change} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a <fieldset> would draw its legend into the frame */}
      <div role="group" aria-label={words.title}>
        <div className={classes.label} aria-hidden="true">
          {words.title}
        </div>
        {choosableColumns(tab).map(key => (
          <Checkbox
            {...keepsEscape}
            key={key}
            className={classes.value}
            size="xs"
            label={usersTexts.users.columns[key]}
            checked={chosen.includes(key)}
            onChange={() => toggle(key)}
          />
        ))}
      </div>
      {!isUsual(tab, shown) && (
        <Button
          size="compact-xs"
          variant="subtle"
          className={classes.usual}
          onClick={() => change({ columns: undefined, cursor: list.cursor })}
        >
          {words.usual}
        </Button>
      )}
    </>
  );
}

function Order({ list, change }: Pick<FindProps, 'list' | 'change'>) {
  const orders = sorts.flatMap(sort => {
    const column = usersTexts.users.columns[sort];
    return [
      { value: sort, label: column },
      { value: `-${sort}`, label: words.descending(column) },
    ];
  });
  const choose = (value: string) => change(orderIn(value));
  return (
    <NativeSelect
      {...keepsEscape}
      className={classes.order}
      size="xs"
      label={words.sort}
      data={orders}
      value={`${list.descending ? '-' : ''}${list.sort}`}
      onChange={event => choose(event.currentTarget.value)}
    />
  );
}

function orderIn(value: string): Pick<ListState, 'sort' | 'descending'> {
  const sort = sorts.find(each => each === value.replace(/^-/, '')) ?? 'name';
  return { sort, descending: value.startsWith('-') };
}

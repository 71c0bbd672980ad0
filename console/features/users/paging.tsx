/** From page to page, and how much is on one. */
import { NativeSelect } from '@mantine/core';
import { remembered, useRemembered } from '../../state/remembered.ts';
import { t } from '../../texts/texts.ts';
import { Pages } from '../../ui/pages.tsx';
import classes from './users.module.css';

const sizes = ['25', '50', '100', '200'];
const pageSize = remembered('page-size', '50');

export function usePageSize(): [number, (size: string) => void] {
  const [size, setSize] = useRemembered(pageSize);
  return [sizes.includes(size) ? Number(size) : 50, setSize];
}

type PagingProps = { page: number; onPrevious?: () => void; onNext?: () => void; onResize: () => void };

export function Paging({ page, onPrevious, onNext, onResize }: PagingProps) {
  const [size, setSize] = usePageSize();
  return (
    <div className={classes.paging}>
      <NativeSelect
        size="xs"
        aria-label={t.table.pageSize}
        data={sizes.map(value => ({ value, label: t.table.perPage(value) }))}
        value={String(size)}
        onChange={event => {
          setSize(event.currentTarget.value);
          onResize();
        }}
      />
      <Pages page={page} onPrevious={onPrevious} onNext={onNext} />
    </div>
  );
}

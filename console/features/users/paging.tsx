/** From page to page, and how much is on one. */
import { IconChevronDown } from '@tabler/icons-react';
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
      <span className={classes.size}>
        <select
          aria-label={t.table.pageSize}
          value={String(size)}
          onChange={event => {
            setSize(event.currentTarget.value);
            onResize();
          }}
        >
          {sizes.map(value => (
            <option key={value} value={value}>
              {t.table.perPage(value)}
            </option>
          ))}
        </select>
        <IconChevronDown size={14} aria-hidden="true" />
      </span>
      <Pages page={page} onPrevious={onPrevious} onNext={onNext} />
    </div>
  );
}

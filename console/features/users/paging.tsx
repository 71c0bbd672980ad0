/** From page to page, and how much is on one. */
import { Button, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { remembered, useRemembered } from '../../state/remembered.ts';
import { t } from '../../texts/texts.ts';
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
      {(onPrevious || onNext) && (
        <nav className={classes.pages} aria-label={t.table.pages}>
          <Button
            size="xs"
            variant="default"
            disabled={!onPrevious}
            onClick={onPrevious}
            leftSection={<IconChevronLeft size={14} />}
          >
            {t.table.previous}
          </Button>
          <span className={classes.page}>{t.table.page(page)}</span>
          <Button
            size="xs"
            variant="default"
            disabled={!onNext}
            onClick={onNext}
            rightSection={<IconChevronRight size={14} />}
          >
            {t.table.next}
          </Button>
        </nav>
      )}
    </div>
  );
}

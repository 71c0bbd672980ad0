/** From page to page of a list; nothing where there is only one. */
import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { t } from '../texts/texts.ts';
import classes from './pages.module.css';

type PagesProps = { page: number; onPrevious?: () => void; onNext?: () => void };

export function Pages({ page, onPrevious, onNext }: PagesProps) {
  if (!onPrevious && !onNext) return null;
  return (
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
  );
}

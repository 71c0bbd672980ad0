/** The lists that somebody has saved: to open one, to delete one, to save this one. */
import { Button, Skeleton } from '@mantine/core';
import { IconBookmarkPlus, IconCheck, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { SavedView } from '../../../../shared/contract/views.ts';
import { problemOf } from '../../../api/problem.ts';
import { findTexts } from '../../../texts/find.ts';
import { keepsEscape } from '../../../ui/popover.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { searchOf } from '../list-state.ts';
import classes from './find.module.css';
import type { FindProps } from './toolbar.tsx';
import { useDeleteView } from './use-views.ts';
import { viewQueries } from './view-queries.ts';

const words = findTexts.views;

export function ViewsMenu({ org, list, onSave }: FindProps & { onSave: () => void }) {
  const views = useQuery(viewQueries.all(org));
  const deleting = useDeleteView(org);
  return (
    <>
      {views.isPending && <Skeleton className={classes.coming} height={64} aria-busy="true" />}
      {views.error && <ProblemNotice problem={problemOf(views.error)} />}
      {views.data?.length === 0 && <p className={classes.note}>{words.none}</p>}
      {views.data && views.data.length > 0 && (
        <ul className={classes.views}>
          {views.data.map(view => (
            <View
              key={view.name}
              view={view}
              current={view.search === searchOf(list)}
              onDelete={() => deleting.mutate(view)}
            />
          ))}
        </ul>
      )}
      <Button
        {...keepsEscape}
        data-closes
        className={classes.save}
        size="compact-sm"
        variant="subtle"
        leftSection={<IconBookmarkPlus size={16} aria-hidden="true" />}
        onClick={onSave}
      >
        {words.save}
      </Button>
    </>
  );
}

type ViewProps = { view: SavedView; current: boolean; onDelete: () => void };

function View({ view: { name, search }, current, onDelete }: ViewProps) {
  return (
    <li className={classes.view}>
      <Link
        {...keepsEscape}
        className={classes.item}
        to={{ search }}
        aria-current={current ? 'true' : undefined}
        data-closes
      >
        <bdi className={classes.viewName}>{name}</bdi>
        {current && <IconCheck size={16} aria-hidden="true" />}
      </Link>
      <button
        {...keepsEscape}
        type="button"
        className={classes.remove}
        aria-label={words.delete(name)}
        onClick={onDelete}
      >
        <IconX size={14} aria-hidden="true" />
      </button>
    </li>
  );
}

/** The window in which the list becomes a file: first what it is to have, then how far it is, then the file. */
import { useState } from 'react';
import type { ExportView } from '../../../../shared/contract/exports.ts';
import { problemOf } from '../../../api/problem.ts';
import { exportsTexts as words } from '../../../texts/exports.ts';
import { t } from '../../../texts/texts.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { filterOf, type ListState } from '../list-state.ts';
import { type Choice, ExportChoice } from './export-choice.tsx';
import { ExportState } from './export-state.tsx';
import { allColumns, fileColumns } from './file-columns.ts';
import { useCount } from './use-count.ts';
import { useExport } from './use-export.ts';

type ExportDialogProps = { org: string; list: ListState; onClose: () => void };

export function ExportDialog({ org, list, onClose }: ExportDialogProps) {
  const [choice, setChoice] = useState<Choice>({ format: 'csv', columns: 'shown' });
  const { it, asked, start, starting, error, leave } = useExport(org);
  const count = useCount(org, list);
  const problem = error ? problemOf(error) : undefined;
  const isEmpty = count?.total === 0;
  if (asked) {
    const url = it?.download?.url;
    const isLeft = it?.state === 'failed' || problem !== undefined;
    return (
      <Dialog
        title={words.title}
        confirm={isLeft ? words.another : words.download}
        cancel={it?.state === 'done' ? words.another : t.close}
        disabled={!isLeft && url === undefined}
        problem={problem}
        onConfirm={isLeft ? leave : () => download(url)}
        onCancel={it?.state === 'done' ? leave : onClose}
        onClose={onClose}
      >
        <ExportState it={it} total={count?.total} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={words.title}
      confirm={words.start}
      disabled={isEmpty}
      busy={starting}
      problem={problem}
      onConfirm={() => start(wishOf(choice, list))}
      onClose={onClose}
    >
      <ExportChoice count={count?.words} list={list} choice={choice} onChange={setChoice} />
    </Dialog>
  );
}

function wishOf({ format, columns }: Choice, list: ListState) {
  const { sort, descending } = list;
  return {
    format,
    columns: columns === 'all' ? [...allColumns] : fileColumns(list),
    filter: filterOf(list),
    sort: descending ? (`-${sort}` as const) : sort,
  };
}

/** The address says that it is a file to keep, so that the page stays. */
function download(url: NonNullable<ExportView['download']>['url'] | undefined): void {
  if (url) Object.assign(document.createElement('a'), { href: url, download: '' }).click();
}

/** How far an export is, and what came of it. */
import { Loader } from '@mantine/core';
import type { ExportView } from '../../../../shared/contract/exports.ts';
import { exportsTexts as words } from '../../../texts/exports.ts';
import { formatNumber } from '../../../ui/format.ts';
import { Progress } from '../../../ui/progress.tsx';
import classes from './export.module.css';

type StateProps = {
  /** Undefined until it is known. */
  it: ExportView | undefined;
  /** How many the list has, where that is known. */
  total: number | undefined;
};

export function ExportState({ it, total }: StateProps) {
  if (it?.state === 'done') return <Done rows={it.rows ?? it.progress.done} />;
  if (it?.state === 'failed')
    return (
      <div className={classes.state} role="status">
        <p className={classes.lead}>{words.failed}</p>
        <p>{it.reason}</p>
      </div>
    );
  const written = it?.progress.done ?? 0;
  const said = written > 0 ? words.writing(formatNumber(written)) : words.waiting;
  return (
    <div className={classes.state}>
      {total === undefined ? (
        <Loader size="sm" aria-label={words.progress} />
      ) : (
        <Progress label={words.progress} value={Math.min(written, total)} total={total} words={said} />
      )}
      <p role="status">{said}</p>
    </div>
  );
}

function Done({ rows }: { rows: number }) {
  return (
    <div className={classes.state} role="status">
      <p className={classes.lead}>{words.done(formatNumber(rows))}</p>
      <p>
        {words.kept} {words.careful}
      </p>
    </div>
  );
}

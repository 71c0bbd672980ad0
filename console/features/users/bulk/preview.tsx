/** What it would come to: for how many it would be done, and who is skipped for which reason. */
import { Skeleton } from '@mantine/core';
import type { BulkPreview } from '../../../../shared/contract/bulk.ts';
import { bulkTexts as words } from '../../../texts/bulk.ts';
import { formatNumber } from '../../../ui/format.ts';
import classes from './bulk.module.css';
import type { ManyDeed } from './deeds.ts';
import { counted } from './use-matching.ts';

type PreviewProps = { deed: ManyDeed; preview: BulkPreview | undefined };

export function Preview({ deed, preview }: PreviewProps) {
  return (
    <section className={classes.preview} aria-label={words.preview.label} aria-busy={!preview}>
      {preview ? <Found deed={deed} preview={preview} /> : <Looking />}
    </section>
  );
}

function Found({ deed, preview }: { deed: ManyDeed; preview: BulkPreview }) {
  const { total, isMore, ready, skipped } = preview;
  const left = skipped.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <p className={classes.ready} role="status">
        {ready === 0 && !isMore
          ? words.preview.nobody
          : words.deeds[deed].ready(counted({ total: ready, isMore }))}
      </p>
      {left > 0 && (
        <div className={classes.skipped}>
          <p>{words.preview.skipped(formatNumber(left))}</p>
          <ul>
            {skipped.map(({ reason, count }) => (
              <li key={reason}>
                <span>{reason}</span>
                <span className={classes.number}>{formatNumber(count)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {isMore && <p className={classes.note}>{words.preview.looked(formatNumber(total))}</p>}
    </>
  );
}

/** As high as most answers, so that nothing jumps when it comes. */
function Looking() {
  return (
    <>
      <Skeleton height={18} width="60%" />
      <Skeleton height={14} width="85%" />
    </>
  );
}

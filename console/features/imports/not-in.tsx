/** The rows that did not get in, as a file to be mended and uploaded again. */
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ImportView } from '../../../shared/contract/imports.ts';
import type { JobView } from '../../../shared/contract/jobs.ts';
import { serverNow } from '../../api/clock.ts';
import { importsTexts } from '../../texts/imports.ts';
import { formatNumber } from '../../ui/format.ts';
import classes from './import.module.css';
import { importQueries } from './import-queries.ts';
import { countsOf } from './plan-words.ts';
import { notReached } from './run-words.ts';

const words = importsTexts.notIn;

export function NotIn({ org, it, job }: { org: string; it: ImportView; job: JobView }) {
  const count = countsOf(it).error + job.progress.failed + notReached(job);
  const isAwaited = count > 0 && !it.failed && isRecent(job);
  // It is written when the job has come to its end.
  useQuery({ ...importQueries.one(org, it.id), refetchInterval: often, enabled: isAwaited });
  if (count === 0) return null;
  return (
    <section className={classes.notIn} aria-labelledby="not-in">
      <div>
        <h2 id="not-in">{words.title(formatNumber(count))}</h2>
        <p>{words.lead}</p>
        {isAwaited && <p role="status">{words.writing}</p>}
      </div>
      <div className={classes.choices}>
        {it.failed && (
          <Button
            component="a"
            href={it.failed.url}
            download
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden="true" />}
          >
            {words.download}
          </Button>
        )}
        <Button component={Link} to={`/o/${org}/imports/new`} variant="default">
          {words.upload}
        </Button>
      </div>
    </section>
  );
}

const often = 2_000;
/** So long the file may take. */
const minutes = 5 * 60_000;

function isRecent({ finishedAt }: JobView): boolean {
  return finishedAt !== undefined && serverNow() - Date.parse(finishedAt) < minutes;
}

/** Where files of imports are taken in, and given out. */
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import type { ImportUploads, ImportViewer, PlanReader } from '../../ports/imports.ts';
import { linksInto } from '../exports/links.ts';
import { type Bucket, openClient, planReader } from './store.ts';

/** Seconds: a form is asked for when the file is already chosen. */
const uploadLife = 300;

/** Whatever the browser takes the file for: what it is is seen when it is read. */
const anything = 'application/octet-stream';

export function openImportDesk({ bucket: Bucket }: Bucket): ImportUploads & ImportViewer {
  const client = openClient();
  return {
    ...planReader(client, Bucket),
    ...linksInto(client, Bucket),
    beginImport: (Key, maxBytes) =>
      createPresignedPost(client, {
        ...{ Bucket, Key, Expires: uploadLife },
        Conditions: [['content-length-range', 1, maxBytes]],
        Fields: { 'Content-Type': anything },
      }),
  };
}

/** For whoever does nothing else. */
export function openPlanReader({ bucket }: Bucket): PlanReader {
  return planReader(openClient(), bucket);
}

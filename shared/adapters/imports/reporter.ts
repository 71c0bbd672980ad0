/** Files of imports, for whoever tells what came of a plan. */
import type { S3Client } from '@aws-sdk/client-s3';
import type { ImportReporter } from '../../ports/imports.ts';
import { encoded, fileTypes } from '../exports/exports.ts';
import { upload } from '../exports/upload.ts';
import { type Bucket, openClient, planReader } from './store.ts';

export function openImportReporter({ bucket }: Bucket): ImportReporter {
  const client = openClient();
  return { ...planReader(client, bucket), ...fileWriter(client, bucket) };
}

export function fileWriter(client: S3Client, Bucket: string): Pick<ImportReporter, 'writeFile'> {
  return {
    writeFile: (Key, format, pages) =>
      upload(client, { Bucket, Key, ContentType: fileTypes[format] }, encoded(format, pages)),
  };
}

/** Files of exports in S3. */
import { S3Client } from '@aws-sdk/client-s3';
import type { ExportFormat } from '../../contract/exports.ts';
import type { ExportLinks, ExportWriter, Row } from '../../ports/exports.ts';
import { csvOf } from './csv.ts';
import { linksInto } from './links.ts';
import { upload } from './upload.ts';
import { xlsxOf } from './xlsx.ts';

type Bucket = { bucket: string };

export const fileTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The bytes of a file. */
export function encoded(
  format: ExportFormat,
  pages: AsyncIterable<readonly Row[]>,
): AsyncIterable<Uint8Array> {
  return format === 'csv' ? csvOf(pages) : xlsxOf(pages);
}

export function openExportWriter({ bucket: Bucket }: Bucket): ExportWriter {
  const client = openClient();
  return {
    writeExport: (Key, format, pages) =>
      upload(client, { Bucket, Key, ContentType: fileTypes[format] }, encoded(format, pages)),
  };
}

export function openExportLinks({ bucket }: Bucket): ExportLinks {
  return linksInto(openClient(), bucket);
}

function openClient(): S3Client {
  return new S3Client({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 10_000 },
  });
}

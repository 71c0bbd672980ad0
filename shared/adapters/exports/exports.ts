/** Files of exports in S3. */
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { ExportFormat } from '../../contract/exports.ts';
import { plusSeconds, timeOf } from '../../domain/time.ts';
import type { ExportLinks, ExportWriter, Row } from '../../ports/exports.ts';
import { csvOf } from './csv.ts';
import { upload } from './upload.ts';
import { xlsxOf } from './xlsx.ts';

/** Seconds. */
export const linkLife = 600;

type Bucket = { bucket: string };

const types: Readonly<Record<ExportFormat, string>> = {
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
      upload(client, { Bucket, Key, ContentType: types[format] }, encoded(format, pages)),
  };
}

export function openExportLinks({ bucket: Bucket }: Bucket): ExportLinks {
  const client = openClient();
  return {
    linkTo: async (Key, fileName) => {
      const signingDate = new Date();
      const ResponseContentDisposition = `attachment; filename="${fileName}"`;
      const get = new GetObjectCommand({ Bucket, Key, ResponseContentDisposition });
      const url = await getSignedUrl(client, get, { expiresIn: linkLife, signingDate });
      return { url, expiresAt: plusSeconds(timeOf(signingDate), linkLife) };
    },
  };
}

function openClient(): S3Client {
  return new S3Client({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 10_000 },
  });
}

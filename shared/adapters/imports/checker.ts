/** Files of imports, for whoever reads them and plans what they come to. */
import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { ImportChecker } from '../../ports/imports.ts';
import { openFile } from './open-file.ts';
import { fileWriter } from './reporter.ts';
import { type Bucket, encodePart, openClient, planReader } from './store.ts';

export function openImportChecker({ bucket: Bucket }: Bucket): ImportChecker {
  const client = openClient();
  return {
    ...planReader(client, Bucket),
    ...fileWriter(client, Bucket),
    openImport: async Key => {
      const body = await bodyOf(client, { Bucket, Key });
      return body ? openFile(body) : { ok: false, reason: 'no-file' };
    },
    writePart: async (Key, rows) => {
      const put = { Bucket, Key, ContentType: 'application/json', Body: encodePart(rows) };
      await client.send(new PutObjectCommand(put));
    },
  };
}

async function bodyOf(
  client: S3Client,
  place: { Bucket: string; Key: string },
): Promise<AsyncIterable<Uint8Array> | undefined> {
  try {
    const { Body } = await client.send(new GetObjectCommand(place));
    return Body as AsyncIterable<Uint8Array> | undefined; // as Node has it
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

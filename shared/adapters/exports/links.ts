/** Links to files in S3 that soon die. */
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { plusSeconds, timeOf } from '../../domain/time.ts';
import type { ExportLinks } from '../../ports/exports.ts';

/** Seconds. */
export const linkLife = 600;

export function linksInto(client: S3Client, Bucket: string): ExportLinks {
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

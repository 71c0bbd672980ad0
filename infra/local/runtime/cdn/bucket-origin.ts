/** A bucket behind CloudFront. It may be read but not listed, so what is not there is forbidden, not missing. */
import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import type { HttpRequest, HttpResponse } from '../http-message.ts';

export function fetchFromBucket(s3: S3Client, bucket: string) {
  return async ({ path, method }: HttpRequest): Promise<HttpResponse> => {
    try {
      const found = await s3.send(
        new GetObjectCommand({ Bucket: bucket, Key: decodeURIComponent(path.slice(1)) }),
      );
      const bytes = (await found.Body?.transformToByteArray()) ?? new Uint8Array();
      // The local S3 keeps it as metadata.
      const cacheControl = found.CacheControl ?? found.Metadata?.['cache-control'];
      return {
        status: 200,
        headers: {
          'content-type': [found.ContentType ?? 'binary/octet-stream'],
          ...(cacheControl !== undefined && { 'cache-control': [cacheControl] }),
          ...(found.ETag !== undefined && { etag: [found.ETag] }),
        },
        body: method === 'HEAD' ? Buffer.alloc(0) : Buffer.from(bytes),
      };
    } catch (error) {
      if (error instanceof NoSuchKey || error instanceof URIError) return accessDenied;
      throw error;
    }
  };
}

const accessDenied: HttpResponse = {
  status: 403,
  headers: { 'content-type': ['application/xml'] },
  body: Buffer.from('<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code></Error>'),
};

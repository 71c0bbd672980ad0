/** Files in S3: what browsers upload, and the pictures that are kept. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { pictureKey, pictureSizes } from '../domain/picture.ts';
import type { Files, PictureRemover } from '../ports/files.ts';

type Buckets = { uploads: string; pictures: string };

/** Seconds: a form is asked for when the file is already chosen. */
const uploadLife = 300;

/**
 * A name is never used for another picture, so browsers need not ask again. CloudFront does, daily: what is removed is
 * gone from its edges a day later.
 */
const cacheControl = 'public, max-age=31536000, s-maxage=86400, immutable';

export function openFiles({ uploads, pictures }: Buckets): Files {
  const client = openClient();
  return {
    beginUpload: (key, { maxBytes, type }) =>
      createPresignedPost(client, {
        Bucket: uploads,
        Key: key,
        Expires: uploadLife,
        Conditions: [['content-length-range', 1, maxBytes]],
        Fields: { 'Content-Type': type },
      }),
    readUpload: (key, maxBytes) => read(client, { Bucket: uploads, Key: key }, maxBytes),
    removeUpload: key => remove(client, uploads, key),
    storePicture: async (name, squares) => {
      const place = { Bucket: pictures, ContentType: 'image/webp', CacheControl: cacheControl };
      const put = squares.map(({ size, bytes }) =>
        client.send(new PutObjectCommand({ ...place, Key: pictureKey(name, size), Body: bytes })),
      );
      await Promise.all(put);
    },
    ...removerFrom(client, pictures),
  };
}

/** For whoever does nothing else. */
export function openPictureRemover({ pictures }: Pick<Buckets, 'pictures'>): PictureRemover {
  return removerFrom(openClient(), pictures);
}

function removerFrom(client: S3Client, bucket: string): PictureRemover {
  return {
    removePicture: async name => {
      const keys = Object.values(pictureSizes).map(size => pictureKey(name, size));
      await Promise.all(keys.map(key => remove(client, bucket, key)));
    },
  };
}

function openClient(): S3Client {
  return new S3Client({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 5000 },
  });
}

/** How large it is stands in the answer's head, before any of it is read. */
async function read(
  client: S3Client,
  place: { Bucket: string; Key: string },
  maxBytes: number,
): ReturnType<Files['readUpload']> {
  const rest = new AbortController();
  try {
    const { Body, ContentLength = Number.POSITIVE_INFINITY } = await client.send(
      new GetObjectCommand(place),
      {
        abortSignal: rest.signal,
      },
    );
    if (ContentLength <= maxBytes) return await Body?.transformToByteArray();
    rest.abort();
    return 'too-large';
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

/** S3 says nothing against removing what is not there. */
async function remove(client: S3Client, Bucket: string, Key: string): Promise<void> {
  await client.send(new DeleteObjectCommand({ Bucket, Key }));
}

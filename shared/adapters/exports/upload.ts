/** An object in S3 from bytes that come by and by: in parts, and there is nothing before all of them are. */
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';

/** S3 takes no smaller parts but the last, and 10,000 of them. */
const partBytes = 6 * 1024 * 1024;

type Place = { Bucket: string; Key: string; ContentType: string };

export async function upload(
  client: S3Client,
  { ContentType, ...place }: Place,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  const begin = new CreateMultipartUploadCommand({ ...place, ContentType, ChecksumAlgorithm: 'CRC32' });
  const { UploadId } = await client.send(begin);
  const Parts: CompletedPart[] = [];
  try {
    for await (const Body of inParts(chunks)) {
      const PartNumber = Parts.length + 1;
      const put = new UploadPartCommand({ ...place, UploadId, PartNumber, Body });
      const { ETag, ChecksumCRC32 } = await client.send(put);
      Parts.push({ PartNumber, ETag, ChecksumCRC32 });
    }
    await client.send(new CompleteMultipartUploadCommand({ ...place, UploadId, MultipartUpload: { Parts } }));
  } catch (error) {
    // Where not even that comes through, the bucket drops the parts after a day.
    await client.send(new AbortMultipartUploadCommand({ ...place, UploadId })).catch(() => undefined);
    throw error;
  }
}

async function* inParts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < partBytes) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

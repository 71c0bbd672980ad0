/** Large objects go to the local S3 as the SDK would send them, in parts: it takes 11 MiB at once. */
import type { Answer, Call, Handler } from './http.ts';

const partBytes = 8 * 1024 * 1024;

/** A PUT of any size. */
export async function putInParts(plain: Handler, put: Call): Promise<Answer> {
  if (put.body.length <= partBytes) return plain(put);
  const begun = await plain({ ...put, method: 'POST', url: `${put.url}?uploads`, body: Buffer.alloc(0) });
  const upload = /<UploadId>([^<]+)</.exec(`${begun.body}`)?.[1];
  if (!upload) return begun;
  const tags: string[] = [];
  for (let from = 0; from < put.body.length; from += partBytes) {
    const url = `${put.url}?partNumber=${tags.length + 1}&uploadId=${upload}`;
    const part = await plain({ ...put, url, headers: {}, body: put.body.subarray(from, from + partBytes) });
    if (part.status !== 200) return part;
    tags.push(`${part.headers.etag}`);
  }
  const parts = tags.map((tag, i) => `<Part><PartNumber>${i + 1}</PartNumber><ETag>${tag}</ETag></Part>`);
  const all = Buffer.from(`<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`);
  return plain({ ...put, method: 'POST', url: `${put.url}?uploadId=${upload}`, headers: {}, body: all });
}

/**
 * What the local S3 lacks: files sent as forms, links that die, the cache control that is kept with an object, and the time
 * of the local cloud, by which the SDK would otherwise set its own clock right when it signs.
 */
import type { Answer, Call, Handler } from './http.ts';
import { formIn, type S3Form } from './s3-form.ts';
import { asAskedFor, deadLink } from './s3-link.ts';
import { putInParts } from './s3-parts.ts';
import { type Refusal, refusalOf } from './s3-policy.ts';

/** Metadata of an object comes back, other headers do not: so cache control travels as metadata. */
const cacheControlIn = 'x-amz-meta-cache-control';

/** `plain`: S3, as far as it goes. */
export function completeS3(plain: Handler, clock: () => Date): Handler {
  const answerTo = async (call: Call): Promise<Answer> => {
    const form = formIn(call);
    if (form === undefined) {
      const dead = deadLink(call, clock());
      return dead ? refused(dead) : asAskedFor(toldAsHeader(await plain(keptAsMetadata(call))), call);
    }
    const [, bucket = ''] = call.url.split(/[/?]/);
    const refusal = refusalOf(form, bucket, clock());
    return refusal ? refused(refusal) : taken(await putInParts(plain, putOf(form, bucket)));
  };
  return async call => {
    const answer = await answerTo(call);
    return { ...answer, headers: { ...answer.headers, date: clock().toUTCString() } };
  };
}

function putOf({ fields, file = Buffer.alloc(0) }: S3Form, bucket: string): Call {
  const { key = '', 'content-type': type = 'binary/octet-stream' } = fields;
  const path = key.split('/').map(encodeURIComponent).join('/');
  return { method: 'PUT', url: `/${bucket}/${path}`, headers: { 'content-type': type }, body: file };
}

/** A form that was taken is answered with nothing. */
function taken(answer: Answer): Answer {
  return answer.status === 200 ? { ...answer, status: 204, body: '' } : answer;
}

function keptAsMetadata(call: Call): Call {
  const cacheControl = call.method === 'PUT' ? call.headers['cache-control'] : undefined;
  return cacheControl ? { ...call, headers: { ...call.headers, [cacheControlIn]: cacheControl } } : call;
}

function toldAsHeader(answer: Answer): Answer {
  const { [cacheControlIn]: cacheControl, ...headers } = answer.headers;
  return cacheControl
    ? { ...answer, headers: { ...headers, 'cache-control': String(cacheControl) } }
    : answer;
}

function refused({ status, code, message }: Refusal): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

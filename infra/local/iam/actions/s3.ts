/** S3: what a REST call does is said by its method, its path and the name of a sub-resource in its query. */
import type { Call } from '../../servers/http.ts';
import { formIn } from '../../servers/s3-form.ts';
import { type Context, type Mapped, type Need, need } from '../needs.ts';

type Target = { readonly bucket: string; readonly key: string; readonly query: URLSearchParams };

/** By method and sub-resources. What the local S3 cannot do is not in these lists, and so refused. */
const objectActions: Readonly<Record<string, string>> = {
  'GET ': 'GetObject',
  'HEAD ': 'GetObject',
  'PUT ': 'PutObject',
  'DELETE ': 'DeleteObject',
  'POST uploads': 'PutObject',
  'PUT partNumber,uploadId': 'PutObject',
  'POST uploadId': 'PutObject',
  'DELETE uploadId': 'AbortMultipartUpload',
};

const bucketActions: Readonly<Record<string, string>> = {
  'GET ': 'ListBucket',
  'HEAD ': 'ListBucket',
  'PUT ': 'CreateBucket',
  'DELETE ': 'DeleteBucket',
};

/** Query parameters that change nothing about what is done; every other one names a sub-resource. */
const plain =
  /^(x-id|x-amz-.*|response-.*|list-type|prefix|delimiter|marker|max-keys|continuation-token|start-after|encoding-type|fetch-owner)$/i;

export function mapS3(call: Call): Mapped {
  const target = targetOf(call);
  const subresources = [...target.query.keys()].filter(name => !plain.test(name)).sort();
  const kind = `${call.method} ${subresources.join()}`;
  const level = target.key ? 'object' : target.bucket ? 'bucket' : 'buckets';
  return { operation: `${kind.trim()} (${level})`, needs: needsOf(call, target, kind) };
}

function needsOf(call: Call, { bucket, key, query }: Target, kind: string): readonly Need[] | undefined {
  if (bucket === '') return kind === 'GET ' ? [need('s3:ListAllMyBuckets', '*')] : undefined;
  const bucketArn = `arn:aws:s3:::${bucket}`;
  if (key === '' && kind === 'POST delete') {
    return keysIn(call).map(each => need('s3:DeleteObject', `${bucketArn}/${each}`));
  }
  const form = formIn(call);
  if (key === '' && form) return [need('s3:PutObject', `${bucketArn}/${form.fields.key}`)];
  const action = key === '' ? bucketActions[kind] : objectActions[kind];
  if (action === undefined) return undefined;
  if (key === '') return [need(`s3:${action}`, bucketArn, listContext(query))];
  return [need(`s3:${action}`, `${bucketArn}/${key}`), ...besides(call, `${bucketArn}/${key}`)];
}

/** What a write needs further: to read what it copies, and to tag. */
function besides({ method, headers }: Call, objectArn: string): readonly Need[] {
  if (method !== 'PUT') return [];
  const source = headers['x-amz-copy-source'];
  const from = source && decodeURIComponent(String(source)).replace(/^\//, '').split('?')[0];
  return [
    ...(from ? [need('s3:GetObject', `arn:aws:s3:::${from}`)] : []),
    ...(headers['x-amz-tagging'] ? [need('s3:PutObjectTagging', objectArn)] : []),
  ];
}

function listContext(query: URLSearchParams): Context {
  const asked = ['prefix', 'delimiter', 'max-keys'].filter(name => query.has(name));
  return Object.fromEntries(asked.map(name => [`s3:${name}`, query.get(name) ?? '']));
}

/** The keys of a DeleteObjects call. */
function keysIn({ body }: Call): readonly string[] {
  const keys = [...body.toString().matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key);
  return keys.map(key => key.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? ''));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The bucket comes first in the path, where the SDK writes it when the host is an address and not a name. */
function targetOf({ url }: Call): Target {
  const { pathname, searchParams: query } = new URL(url, 'http://gate');
  const [, bucket = '', ...rest] = pathname.split('/');
  return { bucket, key: decodeURIComponent(rest.join('/')), query };
}

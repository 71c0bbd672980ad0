/**
 * Runs in CloudFront, between the API and whoever asked. What the gateway refuses by itself (no valid token, no
 * such route, too many requests) it says in words of its own, which an HTTP API cannot change; here they become
 * the problem documents that every other refusal is.
 */
import type { CloudFrontHeaders, CloudFrontResponse, CloudFrontResponseEvent } from 'aws-lambda';
import { type ProblemKind, problemDocument } from '../../shared/contract/problems.ts';

/** What CloudFront sends on in place of the origin's answer. */
type Answer = CloudFrontResponse & { readonly body?: string; readonly bodyEncoding?: 'text' };

export async function handler(event: CloudFrontResponseEvent): Promise<Answer> {
  const response = event.Records[0]?.cf.response;
  if (response === undefined) throw new Error('CloudFront sent no response');
  const status = Number(response.status);
  // What a Lambda of ours has answered names its request, and is in the right words already: OAuth has its own.
  if (status < 400 || first(response.headers, 'x-request-id')) return response;

  const requestId = first(response.headers, 'apigw-requestid');
  const document = { ...problemDocument(kindOf(status), { requestId }), status };
  return {
    ...response,
    headers: {
      ...described(response.headers),
      ...header('Content-Type', 'application/problem+json'),
      ...header('Cache-Control', 'no-store'),
    },
    body: JSON.stringify(document),
    bodyEncoding: 'text',
  };
}

/** The gateway's statuses; of others, only whose fault it was is known. */
function kindOf(status: number): ProblemKind {
  return kinds[status] ?? (status < 500 ? 'malformed-request' : 'unexpected');
}

const kinds: Readonly<Record<number, ProblemKind>> = {
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** Without what described the body that is replaced. */
function described(headers: CloudFrontHeaders): CloudFrontHeaders {
  const { 'content-length': _length, 'content-encoding': _encoding, ...others } = headers;
  return others;
}

function header(key: string, value: string): CloudFrontHeaders {
  return { [key.toLowerCase()]: [{ key, value }] };
}

function first(headers: CloudFrontHeaders, name: string): string {
  return headers[name]?.[0]?.value ?? '';
}

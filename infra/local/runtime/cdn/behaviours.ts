/** What a CloudFront distribution does with a request: the behaviour that its path chooses. */
import type { HttpRequest, HttpResponse } from '../http-message.ts';
import type { HeadersPolicy } from './headers-policy.ts';
import type { ViewerFunction } from './viewer-function.ts';

export type Origin = {
  readonly id: string;
  readonly domainName: string;
  readonly fetch: (request: HttpRequest) => Promise<HttpResponse>;
};

export type Behaviour = {
  /** As `/v1/*`; the default behaviour has none. */
  readonly pathPattern?: string;
  readonly origin: Origin;
  readonly allowedMethods: readonly string[];
  /** Whether the viewer's headers, cookies and query go on to the origin, or none of them. */
  readonly forwardsViewer: boolean;
  /** Headers of CloudFront's own, in lower case, that the origin is to see. */
  readonly told: readonly string[];
  readonly viewerRequest?: ViewerFunction;
  readonly viewerResponse?: ViewerFunction;
  /** A Lambda@Edge function that sees what the origin answers. */
  readonly originResponse?: string;
  readonly headersPolicy?: HeadersPolicy;
};

/** The first behaviour whose pattern fits, or the default one, which stands last. */
export function chooseBehaviour(behaviours: readonly Behaviour[], path: string): Behaviour {
  const chosen = behaviours.find(({ pathPattern }) => pathPattern === undefined || fits(pathPattern, path));
  if (chosen === undefined) throw new Error('A distribution always has a default behaviour');
  return chosen;
}

/** `*` stands for any characters, `?` for one; the slash at the start may be left out. */
function fits(pattern: string, path: string): boolean {
  const absolute = pattern.startsWith('/') ? pattern : `/${pattern}`;
  const expression = absolute
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`, 's').test(path);
}

/** The account's CloudFront distributions, and the policies and functions that they refer to by id. */
import { failure } from '../../failure.ts';
import type { HttpRequest, HttpResponse } from '../http-message.ts';
import type { Outcome } from '../lambda-messages.ts';
import { type Distribution, serveDistribution } from './distribution.ts';
import type { HeadersPolicy } from './headers-policy.ts';
import type { ViewerFunction } from './viewer-function.ts';

/** Of a policy for the cache all that matters here: the headers, in lower case, that reach the origin because of it. */
export type CachePolicy = { readonly headers: readonly string[] };

export type Distributions = {
  readonly headersPolicies: Map<string, HeadersPolicy>;
  readonly cachePolicies: Map<string, CachePolicy>;
  readonly functions: Map<string, ViewerFunction>;
  define(distribution: Distribution): void;
  /** The names that viewers know our distribution by. */
  domainNames(): readonly string[];
  /** Asks the one distribution there is. */
  ask(request: HttpRequest): Promise<HttpResponse>;
};

export function createDistributions(
  invoke: (functionArn: string, payload: unknown) => Promise<Outcome>,
): Distributions {
  let only: Distribution | undefined;
  let serve: ((request: HttpRequest) => Promise<HttpResponse>) | undefined;
  return {
    headersPolicies: new Map(),
    cachePolicies: new Map(),
    functions: new Map(),
    define(distribution) {
      if (only !== undefined)
        throw failure('Two CloudFront distributions cannot share the one local address');
      only = distribution;
      serve = serveDistribution(distribution, invoke);
    },
    domainNames: () => (only === undefined ? [] : [only.domainName, ...only.aliases]),
    async ask(request) {
      if (serve === undefined) throw failure('The template has no CloudFront distribution');
      return serve(request);
    },
  };
}

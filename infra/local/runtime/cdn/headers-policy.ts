/** A CloudFront response headers policy: what it sets, whether over the origin's own, and what it takes away. */
import type { HttpHeaders } from '../http-message.ts';

export type HeadersPolicy = {
  readonly set: readonly { readonly name: string; readonly value: string; readonly override: boolean }[];
  readonly remove: readonly string[];
};

export function applyHeadersPolicy(headers: HttpHeaders, policy: HeadersPolicy): HttpHeaders {
  const result: Record<string, readonly string[]> = { ...headers };
  for (const name of policy.remove) delete result[name.toLowerCase()];
  for (const { name, value, override } of policy.set) {
    const key = name.toLowerCase();
    if (override || result[key] === undefined) result[key] = [value];
  }
  return result;
}

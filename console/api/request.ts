/** Turns a route and its input into a request, as the kernel will take it apart again. */
import type { Route } from '../../shared/contract/route.ts';

export type Input = Readonly<Record<string, unknown>>;
export type Sent = { method: Route['method']; url: string; body?: string };

/** Path parameters go into the path; of the rest, GET and DELETE make a query and the others a body. */
export function requestFor(route: Pick<Route, 'method' | 'path'>, input: Input): Sent {
  const inPath = new Set(pathParameters(route.path));
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const rest = Object.entries(input).filter(([name, value]) => !inPath.has(name) && value !== undefined);
  const { method } = route;
  if (method === 'GET' || method === 'DELETE') return { method, url: path + queryOf(rest) };
  return { method, url: path, body: JSON.stringify(Object.fromEntries(rest)) };
}

export function pathParameters(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '');
}

function queryOf(entries: [string, unknown][]): string {
  const query = new URLSearchParams();
  for (const [name, value] of entries) {
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  return query.size > 0 ? `?${query}` : '';
}

/** How a route's input travels over HTTP: written here for whoever asks, read by the kernel that answers. */
import type { Route } from './route.ts';

type Shape = Pick<Route, 'method' | 'path'>;

export type Sent = { method: Route['method']; url: string; body?: string };

/** Whether what is not in the path travels as a JSON body; otherwise it is the query. */
export function takesBody({ method }: Pick<Route, 'method'>): boolean {
  return method !== 'GET' && method !== 'DELETE';
}

/** The names in braces, which are fields of the input. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '');
}

/** The request for an input, relative to the API's origin. */
export function requestFor(route: Shape, input: Readonly<Record<string, unknown>>): Sent {
  const { method, path } = route;
  const inPath = pathParameters(path);
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const rest = Object.entries(input).filter(([name, value]) => !inPath.includes(name) && value !== undefined);
  if (takesBody(route)) return { method, url: filled, body: JSON.stringify(Object.fromEntries(rest)) };
  return { method, url: filled + queryOf(rest) };
}

/** A field with several values stands several times. */
function queryOf(entries: [string, unknown][]): string {
  const query = new URLSearchParams();
  for (const [name, value] of entries) {
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  return query.size > 0 ? `?${query}` : '';
}

/** How a route's input travels over HTTP: written here for whoever asks, read by the kernel that answers. */
import type { Route } from './route.ts';

type Shape = Pick<Route, 'method' | 'path' | 'speaks'>;

export type Sent = { method: Route['method']; url: string; body?: string };

/** Whether what is not in the path travels as a body; otherwise it is the query. */
export function takesBody({ method }: Pick<Route, 'method'>): boolean {
  return method !== 'GET' && method !== 'DELETE';
}

/** What that body is: JSON, but where OAuth wants a form. */
export function bodyType({ speaks }: Pick<Route, 'speaks'>) {
  return speaks === 'oauth' ? 'application/x-www-form-urlencoded' : 'application/json';
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
  if (!takesBody(route)) return { method, url: filled + queryOf(rest) };
  const body = route.speaks === 'oauth' ? `${formOf(rest)}` : JSON.stringify(Object.fromEntries(rest));
  return { method, url: filled, body };
}

function queryOf(entries: [string, unknown][]): string {
  const query = formOf(entries);
  return query.size > 0 ? `?${query}` : '';
}

/** A field with several values stands several times. */
function formOf(entries: [string, unknown][]): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of entries) {
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, String(one));
  }
  return form;
}

/** A request as a command that can be pasted into a terminal. */
import type { Operation } from './openapi.ts';

/** @param origin where the API is, such as `https://console.example.com` */
export function curlOf(operation: Operation, origin: string): string {
  const { method, path, needsToken, parameters, body, bodyExample } = operation;
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${origin}${path.replace(/\{(\w+)\}/g, (_, name) => `$${name.toUpperCase()}`)}'`,
    ...(needsToken ? [`-H "Authorization: Bearer $TOKEN"`] : []),
    ...parameters
      .filter(({ in: place }) => place === 'header')
      .map(({ name }) => `-H ${headerExample(name)}`),
    ...(body ? [`-H 'Content-Type: application/json'`, `-d '${quoted(bodyExample ?? {})}'`] : []),
  ];
  // What a shell fills in needs double quotes.
  const [first = '', ...rest] = lines;
  return [first.includes('$') ? first.replaceAll("'", '"') : first, ...rest].join(' \\\n  ');
}

function headerExample(name: string): string {
  return name === 'If-Match' ? `'If-Match: "1"'` : `"${name}: $(uuidgen)"`;
}

function quoted(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', '\n  ').replaceAll("'", String.raw`'\''`);
}

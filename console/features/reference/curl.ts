/** A request as a command that can be pasted into a terminal. */
import type { Operation } from './openapi.ts';

/** @param origin where the API is, such as `https://console.example.com` */
export function curlOf(operation: Operation, origin: string): string {
  const { method, path, needsToken, parameters } = operation;
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${origin}${path.replace(/\{(\w+)\}/g, (_, name) => `$${name.toUpperCase()}`)}'`,
    ...(needsToken ? [`-H "Authorization: Bearer $TOKEN"`] : []),
    ...parameters
      .filter(({ in: place }) => place === 'header')
      .map(({ name }) => `-H ${headerExample(name)}`),
    ...bodyOf(operation),
  ];
  // What a shell fills in needs double quotes.
  const [first = '', ...rest] = lines;
  return [first.includes('$') ? first.replaceAll("'", '"') : first, ...rest].join(' \\\n  ');
}

function bodyOf({ body, bodyType, bodyExample = {} }: Operation): string[] {
  if (!body) return [];
  if (bodyType === 'application/json')
    return [`-H 'Content-Type: ${bodyType}'`, `-d '${quoted(JSON.stringify(bodyExample, null, 2))}'`];
  const { client_id, client_secret, ...fields } = bodyExample as Record<string, string>; // a form's are text
  return [
    ...(client_id ? [`-u '${client_id}:${client_secret}'`] : []),
    ...Object.entries(fields).map(([name, value]) => `--data-urlencode '${quoted(`${name}=${value}`)}'`),
  ];
}

function headerExample(name: string): string {
  return name === 'If-Match' ? `'If-Match: "1"'` : `"${name}: $(uuidgen)"`;
}

function quoted(text: string): string {
  return text.replaceAll('\n', '\n  ').replaceAll("'", String.raw`'\''`);
}

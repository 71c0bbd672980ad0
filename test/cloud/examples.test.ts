/** What is printed to be copied works as it is printed, against the demo. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { curlOf } from '../../console/features/reference/curl.ts';
import { type Document, operationsOf } from '../../console/features/reference/openapi.ts';

const cloud = inject('cloud');
const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

/** What a shell answers. */
const sh = (script: string) => JSON.parse(execFileSync('sh', ['-c', script], { encoding: 'utf8' }));

test('the README’s: a script gets its token and invites somebody', () => {
  const [, script = ''] = /## Use the API[^#]*?```sh\n(.*?)```/s.exec(readme) ?? [];
  const here = script.replace('http://localhost:4000/v1', cloud?.api ?? '');
  expect(here).not.toBe(script);
  expect(sh(here)).toMatchObject({ email: 'ada@example.org', status: 'invited', role: 'user' });
});

test('the reference’s: a token', async () => {
  const document = (await (await fetch(`${cloud?.api}/openapi.json`)).json()) as Document;
  const exchange = operationsOf(document).find(({ id }) => id === 'exchange-token');
  if (!exchange) throw new Error('The reference has no such route');
  const answer = sh(curlOf(exchange, cloud?.page ?? '').replace('curl', 'curl -s'));
  expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 600 });
  const me = sh(`curl -s ${cloud?.api}/me -H 'Authorization: Bearer ${answer.access_token}'`);
  expect(me.person.firstName).toBe('Mei');
});

/** What only the cloud says of pictures: headers, and where a browser may send them from. */
import { beforeAll, expect, inject, test } from 'vitest';
import { type Arranged, arrangeOrganization } from '../harness/arrange.ts';
import { uploadedOwn } from '../harness/arrange-pictures.ts';
import { cloudFront } from '../harness/cloud-front.ts';
import { ask, type Front } from '../harness/front.ts';
import { png } from '../harness/picture-files.ts';

const cloud = inject('cloud');
if (!cloud) throw new Error('These tests need the local cloud');
let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await cloudFront(cloud);
  home = await arrangeOrganization(front);
});

test('a picture is served to be looked at and nothing else, and kept for good', async () => {
  const upload = await uploadedOwn(front, home.owner, png({ width: 400, height: 400 }));
  const { body } = await ask(front, 'set-picture', { upload }, home.owner);
  const { status, headers } = await front.picture(body.person.pictureUrl ?? '');
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, s-maxage=86400, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': 'inline',
    'cross-origin-resource-policy': 'same-site',
  });
});

test('what is not there is refused under the same headers, and nothing is sent there', async () => {
  const { status, headers } = await front.picture('/pictures/nothing/96.webp');
  expect([status, headers['content-security-policy']]).toEqual([403, "default-src 'none'; sandbox"]);
  const put = await fetch(`${cloud.page}/pictures/nothing/96.webp`, { method: 'PUT', body: 'x' });
  expect(put.status).toBe(403);
});

test('the page may send uploads where their forms say, and no other page is told how that went', async () => {
  const { body } = await ask(front, 'begin-picture', { contentType: 'image/png' }, home.owner);
  const policy = (await fetch(cloud.page)).headers.get('content-security-policy') ?? '';
  const [, sources = ''] = /connect-src ([^;]+)/.exec(policy) ?? [];
  // Here all buckets have one origin.
  expect([...new Set(sources.split(' '))]).toEqual(["'self'", new URL(body.url).origin]);

  const allowed = async (origin: string) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(body.fields)) form.append(name, value);
    form.append('file', new Blob(['x']));
    const answer = await fetch(body.url, { method: 'POST', body: form, headers: { origin } });
    return [answer.status, answer.headers.get('access-control-allow-origin')];
  };
  expect(await allowed(cloud.page)).toEqual([204, cloud.page]);
  expect(await allowed('https://elsewhere.example')).toEqual([204, null]);
});

import { beforeAll, expect, test } from 'vitest';
import { pictureSide } from '../../shared/contract/pictures.ts';
import {
  type Arranged,
  arrangeInvitee,
  arrangeOrganization,
  arrangeUser,
  invitee,
  onboarding,
  tokensTo,
} from '../harness/arrange.ts';
import { uploadedFor, uploadedOwn } from '../harness/arrange-pictures.ts';
import { atOnce, races } from '../harness/at-once.ts';
import { ask, type Front, outcomeOf, refused, type Session } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';
import { bytesOf, jpeg, png, pngOf, unpacked } from '../harness/picture-files.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front, { seats: 500 });
});

type Somebody = Session & { id: string };
const portrait = png({ width: 500, height: 400 });

const pictureOf = async (me: Session) => (await ask(front, 'get-me', {}, me)).body.person.pictureUrl;
const inList = async (user: string) =>
  (await ask(front, 'get-user', { org: home.org, user }, home.owner)).body.pictureUrl;
const withPicture = async (me: Session, file?: Uint8Array) =>
  ask(front, 'set-picture', { upload: await uploadedOwn(front, me, file) }, me);
const sideOf = async (path = '') => {
  const { status, bytes } = await front.picture(path);
  return status === 200 ? (await unpacked(bytes)).width : status;
};
/** Both sizes of a picture, by the path of either. */
const sides = async (path = '') =>
  Promise.all([
    sideOf(path.replace(/\d+\.webp$/, '96.webp')),
    sideOf(path.replace(/\d+\.webp$/, '384.webp')),
  ]);
const told = async ({ id }: Somebody) =>
  (await front.trail(home.org)).filter(
    ({ action, target }) => action.startsWith('picture.') && target.id === id,
  );

test('one’s own picture: a square for the profile and one for lists', async () => {
  const me = await arrangeUser(front, home);
  expect(await pictureOf(me)).toBeUndefined();
  const set = await withPicture(me, portrait);
  expect([set.status, set.body.person.pictureUrl]).toEqual([
    200,
    expect.stringMatching(/^\/pictures\/[\w-]{24}\/384\.webp$/),
  ]);
  expect(await pictureOf(me)).toBe(set.body.person.pictureUrl);
  expect(await inList(me.id)).toBe(set.body.person.pictureUrl?.replace('384', '96'));
  expect(await sides(set.body.person.pictureUrl)).toEqual([96, 384]);
  expect(await told(me)).toMatchObject([
    {
      action: 'picture.changed',
      actor: { kind: 'person', id: me.id },
      target: { type: 'person' },
      changes: [{ field: 'picture' }],
    },
  ]);
});

test('an upload begins at the time it is by the clock of whoever signs for it', async () => {
  const me = await arrangeUser(front, home);
  await withPicture(me);
  await front.advance(3600);
  expect((await withPicture(me, portrait)).status).toBe(200);
});

test('another picture comes in its place, under another name, and the files before are gone', async () => {
  const me = await arrangeUser(front, home);
  const first = (await withPicture(me)).body.person.pictureUrl;
  const second = (await withPicture(me, portrait)).body.person.pictureUrl;
  expect(second).not.toBe(first);
  await front.settle();
  expect(await sides(first)).toEqual([403, 403]);
  expect(await sides(second)).toEqual([96, 384]);
});

test('a picture is removed, files and all; once more changes nothing', async () => {
  const me = await arrangeUser(front, home);
  const { pictureUrl } = (await withPicture(me)).body.person;
  for (let time = 1; time <= 2; time++) {
    const { status, body } = await ask(front, 'remove-picture', {}, me);
    expect([status, body.person.pictureUrl]).toEqual([200, undefined]);
  }
  await front.settle();
  expect(await inList(me.id)).toBeUndefined();
  expect(await sides(pictureUrl)).toEqual([403, 403]);
  expect((await told(me)).map(({ action }) => action)).toEqual(['picture.changed', 'picture.removed']);
});

test('an upload is taken once, and a request that is repeated is answered as before', async () => {
  const me = await arrangeUser(front, home);
  const upload = await uploadedOwn(front, me);
  const first = await ask(front, 'set-picture', { upload }, me);
  const again = await ask(front, 'set-picture', { upload }, me);
  expect([again.status, again.body.person.pictureUrl]).toEqual([200, first.body.person.pictureUrl]);
  expect(await told(me)).toHaveLength(1);
  await ask(front, 'remove-picture', {}, me);
  expect(outcomeOf(await refused(front, 'set-picture', { upload }, me))).toBe('upload-missing');
});

test.each<[what: string, file: Uint8Array, outcome: string]>([
  ['a page', bytesOf('<!doctype html><script>alert(1)</script>'), 'picture-unreadable'],
  ['an SVG', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'picture-unreadable'],
  ['a GIF that is a script, too', bytesOf('GIF89a/*\0\0\0*/=1;alert(1)//'), 'picture-unreadable'],
  ['half a picture', portrait.subarray(0, portrait.length / 2), 'picture-unreadable'],
  [
    'a picture that says it is huge',
    pngOf({ width: 65_535, height: 65_535, rows: Buffer.alloc(9) }),
    'picture-too-large',
  ],
  ['a picture a pixel too wide', png({ width: pictureSide + 1, height: 1 }), 'picture-too-large'],
])('%s is refused, and so is its upload from then on', async (_, file, outcome) => {
  const me = await arrangeUser(front, home);
  const before = (await withPicture(me)).body.person.pictureUrl;
  const upload = await uploadedOwn(front, me, file);
  expect(outcomeOf(await refused(front, 'set-picture', { upload }, me))).toBe(outcome);
  expect(outcomeOf(await refused(front, 'set-picture', { upload }, me))).toBe('upload-missing');
  expect(await pictureOf(me)).toBe(before);
});

test('a picture’s bytes say what it is, whatever was said when it was uploaded', async () => {
  const me = await arrangeUser(front, home);
  const polyglot = Buffer.concat([
    await jpeg({ width: 20, height: 20 }),
    bytesOf('<script>alert(1)</script>PK\x03\x04'),
  ]);
  const { body } = await withPicture(me, polyglot);
  const { bytes } = await front.picture(body.person.pictureUrl ?? '');
  expect(Buffer.from(bytes).includes('script')).toBe(false);
  expect((await unpacked(bytes)).width).toBe(20);
});

test('what nobody uploaded, and what somebody else uploaded, is not there', async () => {
  const [me, other] = [await arrangeUser(front, home), await arrangeUser(front, home)];
  const begun = await ask(front, 'begin-picture', { contentType: 'image/webp' }, me);
  const missing = await refused(front, 'set-picture', { upload: begun.body.upload }, me);
  const theirs = await refused(front, 'set-picture', { upload: await uploadedOwn(front, other) }, me);
  expect([outcomeOf(missing), outcomeOf(theirs)]).toEqual(['upload-missing', 'upload-missing']);
});

test.each(['../usr_1/x', 'a/b', '', 'x'.repeat(25), '%2e%2e'])('an upload is not named %j', async upload => {
  expect(outcomeOf(await refused(front, 'set-picture', { upload }, home.owner))).toBe('validation-failed');
});

test('the form takes what was announced and no more', async () => {
  const begin = async (contentType: string) =>
    (await ask(front, 'begin-picture', { contentType }, home.owner)).body;
  const form = await begin('image/png');
  const html = { ...form, fields: { ...form.fields, 'Content-Type': 'text/html' } };
  expect(await front.upload(html, portrait)).toBe(403);
  expect(await front.upload(form, new Uint8Array(5 * 1024 * 1024 + 1))).toBe(400);
  expect(await front.upload(form, new Uint8Array())).toBe(400);
  expect(await front.upload(form, portrait)).toBe(204);
  const gif = await refused(front, 'begin-picture', { contentType: 'image/gif' }, home.owner);
  expect(outcomeOf(gif)).toBe('validation-failed');
});

test('an administrator gives somebody a picture, and takes it away', async () => {
  const them = await arrangeUser(front, home);
  const about = { org: home.org, user: them.id };
  const upload = await uploadedFor(front, home, them.id, portrait);
  const set = await ask(front, 'set-user-picture', { ...about, upload }, home.owner);
  expect([set.status, set.body.pictureUrl]).toEqual([200, await inList(them.id)]);
  expect(await pictureOf(them)).toBe(set.body.pictureUrl?.replace('96', '384'));
  expect(await sides(set.body.pictureUrl)).toEqual([96, 384]);
  const removed = await ask(front, 'remove-user-picture', about, home.owner);
  expect([removed.status, removed.body.pictureUrl]).toEqual([200, undefined]);
  await front.settle();
  expect(await sides(set.body.pictureUrl)).toEqual([403, 403]);
  const owner = { kind: 'member', id: home.owner.id };
  expect(await told(them)).toMatchObject([
    { action: 'picture.changed', actor: owner, target: { type: 'user' } },
    { action: 'picture.removed', actor: owner, target: { type: 'user' } },
  ]);
});

/** Each of the three requests about somebody's picture, as one asker is answered. */
async function asked(user: string, as: Session): Promise<string[]> {
  const about = { org: home.org, user };
  const upload = 'x'.repeat(24);
  const answers = [
    await refused(front, 'begin-user-picture', { ...about, contentType: 'image/png' }, as),
    await refused(front, 'set-user-picture', { ...about, upload }, as),
    await refused(front, 'remove-user-picture', about, as),
  ];
  return [...new Set(answers.map(outcomeOf))];
}

test('an administrator may not touch the picture of whom they may not manage, nor of somebody who has not accepted', async () => {
  const admin = await arrangeUser(front, home, 'admin');
  expect(await asked(home.owner.id, admin)).toEqual(['role-too-high']);
  const { about } = await arrangeInvitee(front, home);
  expect(await asked(about.user, home.owner)).toEqual(['wrong-status']);
});

test('whose account another organization looks after shows their picture here, too, and only that one changes it', async () => {
  const elsewhere = await arrangeOrganization(front);
  const them = await arrangeUser(front, elsewhere);
  const shown = (await withPicture(them, portrait)).body.person.pictureUrl;
  await ask(front, 'invite-user', { org: home.org, ...invitee(them.email) }, home.owner);
  expect(await inList(them.id)).toBeUndefined();
  const [token = ''] = (await tokensTo(front, them.email)).slice(-1);
  await ask(front, 'accept-invitation', onboarding(token), them);
  expect(await inList(them.id)).toBe(shown?.replace('384', '96'));
  expect(await asked(them.id, home.owner)).toEqual(['not-home']);
  const other = (await withPicture(them)).body.person.pictureUrl;
  expect(await inList(them.id)).toBe(other?.replace('384', '96'));
});

test('with somebody who is deleted go the files of their picture', async () => {
  const them = await arrangeUser(front, home);
  const about = { org: home.org, user: them.id };
  const { pictureUrl } = (await withPicture(them, portrait)).body.person;
  const { headers } = await ask(front, 'get-user', about, home.owner);
  await ask(front, 'delete-user', about, home.owner, { headers: { 'if-match': headers.etag ?? '' } });
  await front.settle();
  expect(await sides(pictureUrl)).toEqual([403, 403]);
});

test.each(races(8))(
  'of several pictures at once one is shown, and only its files are kept (%d)',
  async () => {
    const me = await arrangeUser(front, home);
    const uploads = await atOnce(3, () => uploadedOwn(front, me));
    const answers = await atOnce(4, i => ask(front, 'set-picture', { upload: uploads[i % 3] }, me));
    await front.settle();
    const shown = await pictureOf(me);
    expect(uploads.map(upload => `/pictures/${upload}/384.webp`)).toContain(shown);
    expect(
      answers.map(outcomeOf).filter(each => !['200', 'changed-meanwhile', 'upload-missing'].includes(each)),
    ).toEqual([]);
    for (const upload of uploads) {
      const path = `/pictures/${upload}/384.webp`;
      expect(await sideOf(path)).toBe(path === shown ? 8 : 403);
    }
  },
);

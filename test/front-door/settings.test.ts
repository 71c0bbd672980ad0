/** What an organization's administrators decide, and that it holds from the next request on. */
import { beforeAll, expect, test } from 'vitest';
import {
  type Arranged,
  arrangeInvitee,
  arrangeOrganization,
  arrangeUser,
  freshEmail,
  invitee,
} from '../harness/arrange.ts';
import { arrangeApiUser } from '../harness/arrange-scripts.ts';
import { atOnce, races, tally } from '../harness/at-once.ts';
import { ask, type Front, outcomeOf, refused } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front);
});

const read = (of = home) => ask(front, 'get-settings', { org: of.org }, of.owner);

/** Changes settings as somebody does who has just read them. */
async function edit(change: Record<string, unknown>, of = home) {
  const { headers } = await read(of);
  const ifMatch = { headers: { 'if-match': headers.etag ?? '' } };
  return ask(front, 'edit-settings', { org: of.org, ...change }, of.owner, ifMatch);
}

const newest = async (of = home) => (await front.trail(of.org)).at(-1);

test('a new organization begins with settings that anybody can work with', async () => {
  const { body, headers } = await read(await arrangeOrganization(front, { plan: 'team', seats: 30 }));
  expect(body).toMatchObject({
    name: 'Northwind',
    company: {},
    contacts: {},
    invitationLifeMinutes: 180,
    allowedEmailDomains: [],
    allowedFactors: ['authenticator', 'sms'],
    requireMfa: false,
    idleSignOutMinutes: null,
    language: 'en',
    plan: { name: 'team', seats: 30, apiAccess: true, invitationsPerHour: 500 },
  });
  expect(body).not.toHaveProperty('approvingPartner');
  expect(headers.etag).toBe(`"${body.version}"`);
});

test('what is left out stays as it is, and the answer is what is stored', async () => {
  const { body: before } = await read();
  const answer = await edit({ company: { website: 'https://northwind.example.com' }, language: 'de' });
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({
    ...before,
    company: { website: 'https://northwind.example.com' },
    language: 'de',
    version: before.version + 1,
  });
  expect((await read()).body).toEqual(answer.body);
});

test('the trail names each field with what it was and is, but quotes no address of a contact', async () => {
  const of = await arrangeOrganization(front);
  await edit({ contacts: { security: 'sam@example.com', billing: 'bea@example.com' } }, of);
  await edit({ name: 'Northwind Labs', idleSignOutMinutes: 30, contacts: { billing: 'bo@example.com' } }, of);
  const event = await newest(of);
  expect(event).toMatchObject({
    action: 'settings.changed',
    actor: { kind: 'member', id: of.owner.id },
    target: { type: 'organization', id: of.org },
    changes: [
      { field: 'name', before: 'Northwind', after: 'Northwind Labs' },
      { field: 'contacts.billing' },
      { field: 'contacts.security' },
      { field: 'idleSignOutMinutes', before: null, after: 30 },
    ],
  });
  expect(JSON.stringify(await front.trail(of.org))).not.toContain('example.com"');
});

test('an edit that changes nothing is none', async () => {
  const { body } = await edit({ allowedEmailDomains: ['a.example.com', 'b.example.com'] });
  const before = await front.trail(home.org);
  const again = await edit({
    name: body.name,
    allowedEmailDomains: [' A.example.com', 'b.example.com', 'a.example.com'],
    allowedFactors: ['sms', 'authenticator', 'sms'].slice(0, 2),
  });
  expect(again.status).toBe(200);
  expect(again.body).toEqual(body);
  expect(await front.trail(home.org)).toEqual(before);
  await edit({ allowedEmailDomains: [] });
});

test('the second of two editors is told, and overwrites nothing', async () => {
  const { headers } = await read();
  const ifMatch = { headers: { 'if-match': headers.etag ?? '' } };
  const change = (name: string) =>
    refused(front, 'edit-settings', { org: home.org, name }, home.owner, ifMatch);
  expect((await change('First')).status).toBe(200);
  expect(outcomeOf(await change('Second'))).toBe('stale-version');
  expect((await read()).body.name).toBe('First');
  const unsaid = await refused(front, 'edit-settings', { org: home.org, name: 'Third' }, home.owner);
  expect(outcomeOf(unsaid)).toBe('precondition-required');
});

test.each(races(10))('of ten who edit at once, one does (%i)', async () => {
  const { headers } = await read();
  const ifMatch = { headers: { 'if-match': headers.etag ?? '' } };
  const answers = await atOnce(10, i =>
    refused(
      front,
      'edit-settings',
      { org: home.org, name: `Name ${i} ${headers.etag}` },
      home.owner,
      ifMatch,
    ),
  );
  expect(tally(answers)).toEqual({ 200: 1, 'stale-version': 9 });
});

test.each([
  [{ allowedFactors: [] }, '/allowedFactors'],
  [{ allowedEmailDomains: ['example'] }, '/allowedEmailDomains/0'],
  [{ allowedEmailDomains: ['a@example.com'] }, '/allowedEmailDomains/0'],
  [{ contacts: { technical: 'nobody' } }, '/contacts/technical'],
  [{ company: { website: 'javascript:alert(1)' } }, '/company/website'],
  [{ idleSignOutMinutes: 4 }, '/idleSignOutMinutes'],
  [{ invitationLifeMinutes: 43_201 }, '/invitationLifeMinutes'],
  [{ plan: 'enterprise' }, '/plan'],
  [{ seats: 1000 }, '/seats'],
  [{ approvingPartner: null }, '/approvingPartner'],
])('%j is refused: %s', async (change, pointer) => {
  const answer = await edit(change);
  expect(answer.body).toMatchObject({ status: 422, errors: [{ pointer }] });
});

test('an invitation lives as long as the settings say, in the language they say', async () => {
  const of = await arrangeOrganization(front);
  await edit({ invitationLifeMinutes: 30, language: 'fr' }, of);
  const { about } = await arrangeInvitee(front, of);
  const { body } = await ask(front, 'get-user', about, of.owner);
  const { sentAt = '', expiresAt = '', language } = body.invitation ?? {};
  expect(Date.parse(expiresAt) - Date.parse(sentAt)).toBe(30 * 60_000);
  expect(language).toBe('fr');
});

test('only addresses of the allowed domains come in, by invitation and by correction', async () => {
  const of = await arrangeOrganization(front);
  const { about } = await arrangeInvitee(front, of);
  await edit({ allowedEmailDomains: ['northwind.example.com', 'example.net'] }, of);
  const invite = (email: string) =>
    refused(front, 'invite-user', { org: of.org, ...invitee(email) }, of.owner);
  const elsewhere = await invite('ann@sub.northwind.example.com');
  expect(elsewhere.body).toMatchObject({
    status: 422,
    errors: [{ pointer: '/email', code: 'domain-not-allowed' }],
  });
  const name = freshEmail().split('@')[0];
  expect((await invite(`${name}@Northwind.Example.com`)).status).toBe(201);
  const correct = (email: string) => refused(front, 'send-invitation', { ...about, email }, of.owner);
  expect((await correct('ann@example.org')).body.errors?.[0]?.code).toBe('domain-not-allowed');
  expect((await correct(`${name}@example.net`)).status).toBe(202);
});

test('members see of it what their page needs', async () => {
  const of = await arrangeOrganization(front);
  await edit({ idleSignOutMinutes: 15, requireMfa: false }, of);
  const user = await arrangeUser(front, of);
  const { body } = await ask(front, 'get-organization', { org: of.org }, user);
  expect(body).toMatchObject({
    kind: 'customer',
    idleSignOutMinutes: 15,
    apiAccess: true,
    requireMfa: false,
  });
  expect(body).not.toHaveProperty('contacts');
});

test('nobody who was idle for longer than the settings allow goes on', async () => {
  const of = await arrangeOrganization(front);
  await edit({ idleSignOutMinutes: 15 }, of);
  const user = await arrangeUser(front, of);
  const asked = () => ask(front, 'get-organization', { org: of.org }, user);
  await front.advance(14 * 60);
  expect((await asked()).status).toBe(200);
  await front.advance(21 * 60);
  expect(outcomeOf(await asked())).toBe('session-ended');
});

test('everybody must have a second factor: refused while somebody has API access', async () => {
  const of = await arrangeOrganization(front);
  await arrangeApiUser(front, of);
  const answer = await edit({ requireMfa: true }, of);
  expect(answer.body).toMatchObject({ type: '/problems/api-access-excludes-mfa', status: 409 });
  expect(answer.body).toHaveProperty('detail', expect.stringContaining('One user has API access'));
  expect((await read(of)).body.requireMfa).toBe(false);
});

test.each(races(30))('a factor for all and API access for one, at once: never both (%i)', async () => {
  const of = await arrangeOrganization(front);
  const { headers } = await read(of);
  const api = { ...invitee(freshEmail()), apiAccess: true };
  const answers = await Promise.all([
    refused(front, 'edit-settings', { org: of.org, requireMfa: true }, of.owner, {
      headers: { 'if-match': headers.etag ?? '' },
    }),
    refused(front, 'invite-user', { org: of.org, ...api }, of.owner),
  ]);
  const [required, invited] = answers.map(outcomeOf);
  // Where the factor comes first, the owner, who has none, may be asked for one before anything else.
  expect([
    '200 api-access-excludes-mfa',
    '200 changed-meanwhile',
    '200 second-factor-required',
    'api-access-excludes-mfa 201',
  ]).toContain(`${required} ${invited}`);
  const { directory } = front.world;
  const [organization, counters] = await directory.get(
    { type: 'organization', id: of.org },
    { type: 'counters', organization: of.org },
  );
  expect([organization?.requireMfa, counters?.apiUsers]).toEqual(required === '200' ? [true, 0] : [false, 1]);
});

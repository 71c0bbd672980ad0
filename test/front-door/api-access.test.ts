/** API access and a second factor exclude each other: on every path that could bring them together, from either side. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ref } from '../../shared/domain/refs.ts';
import {
  type Arranged,
  acceptNewest,
  arrangeOrganization,
  arrangeUser,
  freshEmail,
  invitee,
  password,
  tokensTo,
} from '../harness/arrange.ts';
import { codeOf, enrolApp, enrolTelephone, freshTelephone, newestText } from '../harness/arrange-factors.ts';
import { arrangeApiUser } from '../harness/arrange-scripts.ts';
import { changeSettings } from '../harness/arrange-settings.ts';
import { races } from '../harness/at-once.ts';
import {
  type Answer,
  ask,
  type Front,
  outcomeOf,
  refused,
  type Session,
  sessionIn,
} from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;
/** Where everybody must have a second factor; its owner has one. */
let strict: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front);
  strict = await arrangeOrganization(front);
  await enrolApp(front, strict.owner);
  await changeSettings(front, strict, { requireMfa: true });
});

const excluded = 'api-access-excludes-mfa';

async function edit(id: string, change: object, { org, owner } = home): Promise<Answer> {
  const about = { org, user: id };
  const { headers } = await ask(front, 'get-user', about, owner);
  const ifMatch = { headers: { 'if-match': headers.etag ?? '' } };
  return refused(front, 'edit-user', { ...about, ...change }, owner, ifMatch);
}

const invite = ({ org, owner }: Arranged, more: object) =>
  refused(front, 'invite-user', { org, ...invitee(freshEmail()), ...more }, owner);
const userOf = async (id: string, { org, owner } = home) =>
  (await ask(front, 'get-user', { org, user: id }, owner)).body;

/** Whether somebody has both now, which nothing may ever lead to. */
async function together(id: string, of = home): Promise<boolean> {
  const [user, organization] = await front.world.directory.get(
    ref.user(of.org, id as never),
    ref.organization(of.org),
  );
  const factor = user?.requireMfa || organization?.requireMfa || (user?.factors.length ?? 0) > 0;
  return Boolean(user?.apiAccess && factor);
}

describe('API access is refused', () => {
  test('to whoever is invited with a second factor required', async () => {
    expect(outcomeOf(await invite(home, { apiAccess: true, requireMfa: true }))).toBe(excluded);
  });

  test('where everybody must have one: by invitation, silently, and by an edit', async () => {
    expect(outcomeOf(await invite(strict, { apiAccess: true }))).toBe(excluded);
    expect(outcomeOf(await invite(strict, { apiAccess: true, sendInvitation: false }))).toBe(excluded);
    const { body } = await ask(
      front,
      'invite-user',
      { org: strict.org, ...invitee(freshEmail()) },
      strict.owner,
    );
    expect(outcomeOf(await edit(body.id, { apiAccess: true }, strict))).toBe(excluded);
  });

  test('to whoever must have one', async () => {
    const { id } = await arrangeUser(front, home, 'user', { requireMfa: true });
    expect(outcomeOf(await edit(id, { apiAccess: true }))).toBe(excluded);
    expect((await edit(id, { apiAccess: true, requireMfa: false })).status).toBe(200);
    expect(await together(id)).toBe(false);
  });

  test('together with the requirement in one edit', async () => {
    const { id } = await arrangeUser(front, home);
    expect(outcomeOf(await edit(id, { apiAccess: true, requireMfa: true }))).toBe(excluded);
  });

  test.each([
    ['an app', (who: Session) => enrolApp(front, who)],
    ['a telephone', (who: Session) => enrolTelephone(front, who)],
  ])('to whoever has %s, until it is reset', async (_, enrol) => {
    const them = await arrangeUser(front, home);
    await enrol(them);
    expect(outcomeOf(await edit(them.id, { apiAccess: true }))).toBe(excluded);
    await ask(front, 'reset-user-mfa', { org: home.org, user: them.id }, home.owner);
    expect((await edit(them.id, { apiAccess: true })).status).toBe(200);
    expect(await together(them.id)).toBe(false);
  });

  test('to whoever joins with a second factor: they come in without it', async () => {
    const known = await arrangeUser(front, home);
    await enrolApp(front, known);
    const other = await arrangeOrganization(front);
    const api = { org: other.org, ...invitee(known.email), apiAccess: true };
    const { body } = await ask(front, 'invite-user', api, other.owner);
    const token = (await tokensTo(front, known.email)).at(-1);
    expect((await ask(front, 'accept-invitation', { token }, known)).status).toBe(200);
    expect(await userOf(body.id, other)).toMatchObject({ apiAccess: false, status: 'active' });
  });

  test('where the plan has none', async () => {
    const small = await arrangeOrganization(front, { plan: 'starter' });
    expect(outcomeOf(await invite(small, { apiAccess: true }))).toBe('plan-lacks-api-access');
    const { id } = await arrangeUser(front, small);
    expect(outcomeOf(await edit(id, { apiAccess: true }, small))).toBe('plan-lacks-api-access');
  });
});

describe('a second factor is refused', () => {
  test('as a requirement for whoever has API access', async () => {
    const { id } = await arrangeApiUser(front, home);
    expect(outcomeOf(await edit(id, { requireMfa: true }))).toBe(excluded);
    expect((await edit(id, { requireMfa: true, apiAccess: false })).status).toBe(200);
    expect(await together(id)).toBe(false);
  });

  test('as a requirement for all, while anybody has API access, in whatever status', async () => {
    const of = await arrangeOrganization(front);
    const requireAll = async () => {
      const { headers } = await ask(front, 'get-settings', { org: of.org }, of.owner);
      const ifMatch = { headers: { 'if-match': headers.etag ?? '' } };
      return outcomeOf(
        await refused(front, 'edit-settings', { org: of.org, requireMfa: true }, of.owner, ifMatch),
      );
    };
    const { body } = await ask(
      front,
      'invite-user',
      { org: of.org, ...invitee(freshEmail()), apiAccess: true },
      of.owner,
    );
    expect(await requireAll()).toBe(excluded);
    await acceptNewest(front, body.email);
    expect(await requireAll()).toBe(excluded);
    await ask(front, 'deactivate-user', { org: of.org, user: body.id }, of.owner);
    expect(await requireAll()).toBe(excluded);
    expect((await edit(body.id, { apiAccess: false }, of)).status).toBe(200);
    expect(await requireAll()).toBe('200');
  });

  test('to whoever wants to enrol one: an app or a telephone, begun before or not', async () => {
    const them = await arrangeUser(front, home);
    const { body: app } = await ask(front, 'begin-authenticator', {}, them);
    const telephone = freshTelephone();
    await ask(front, 'begin-sms', { telephone }, them);
    const sent = await newestText(front, telephone);
    await edit(them.id, { apiAccess: true });
    const code = await codeOf(front, app);
    const tries = [
      await refused(front, 'confirm-authenticator', { code }, them),
      await refused(front, 'confirm-sms', { code: sent }, them),
      await refused(front, 'begin-authenticator', {}, them),
      await refused(front, 'begin-sms', { telephone }, them),
    ];
    expect(tries.map(outcomeOf)).toEqual([excluded, excluded, excluded, excluded]);
    expect(await together(them.id)).toBe(false);
  });

  test('where another organization insists on one, that one is closed, and nothing else', async () => {
    const them = await arrangeApiUser(front, home);
    await ask(front, 'invite-user', { org: strict.org, ...invitee(them.email) }, strict.owner);
    const token = (await tokensTo(front, them.email)).at(-1);
    expect((await ask(front, 'accept-invitation', { token }, them)).status).toBe(200);
    const signedIn = await ask(front, 'sign-in', { email: them.email, password });
    const session = sessionIn(signedIn);
    expect(signedIn.body).not.toHaveProperty('awaits');
    expect((await ask(front, 'list-users', { org: home.org }, session)).status).toBe(200);
    const there = await refused(front, 'get-organization', { org: strict.org }, session);
    expect(outcomeOf(there)).toBe('second-factor-required');
  });
});

describe('at once', () => {
  test.each(races(20))('an edit of each kind: one comes first (%i)', async () => {
    const { id } = await arrangeUser(front, home);
    const answers = await Promise.all([edit(id, { apiAccess: true }), edit(id, { requireMfa: true })]);
    const outcomes = answers.map(outcomeOf);
    expect(outcomes.filter(outcome => outcome === '200')).toHaveLength(1);
    for (const other of outcomes.filter(outcome => outcome !== '200'))
      expect(['stale-version', excluded]).toContain(other);
    expect(await together(id)).toBe(false);
  });

  test.each(races(20))('a factor is confirmed while API access is given: one comes first (%i)', async () => {
    const them = await arrangeUser(front, home);
    const { body } = await ask(front, 'begin-authenticator', {}, them);
    const code = await codeOf(front, body);
    const answers = await Promise.all([
      refused(front, 'confirm-authenticator', { code }, them),
      edit(them.id, { apiAccess: true }),
    ]);
    expect(answers.map(outcomeOf)).toContain('200');
    expect(answers.map(outcomeOf)).not.toEqual(['200', '200']);
    expect(await together(them.id)).toBe(false);
    const { apiAccess, mfa } = await userOf(them.id);
    expect(apiAccess).toBe(mfa.enrolled.length === 0);
  });
});

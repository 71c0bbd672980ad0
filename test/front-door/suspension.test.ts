/** A suspended organization: nobody gets in, and nothing is lost. */
import { beforeAll, expect, test } from 'vitest';
import type { ProblemKind } from '../../shared/contract/problems.ts';
import {
  type Arranged,
  arrangeInvitee,
  arrangeOrganization,
  arrangePending,
  arrangeUser,
  onboarding,
  password,
  tokensTo,
} from '../harness/arrange.ts';
import { challengeFor, codeOf, enrolApp } from '../harness/arrange-factors.ts';
import { arrangeOperator } from '../harness/arrange-operator.ts';
import { arrangeLookedAfter, arrangePartner } from '../harness/arrange-partner.ts';
import {
  arrangeApiUser,
  arrangeClient,
  passwordGrant,
  refreshGrant,
  scriptSession,
} from '../harness/arrange-scripts.ts';
import { atOnce, tally } from '../harness/at-once.ts';
import { ask, type Front, outcomeOf, refused, type Session, sessionIn } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';
import { exchangeToken } from '../harness/token-door.ts';

let front: Front;
let operator: Session;
const closed: ProblemKind = 'organization-suspended';

beforeAll(async () => {
  front = await openFront();
  operator = await arrangeOperator(front);
});

const turn = (deed: 'suspend' | 'resume', { org }: Arranged, as = operator) =>
  refused(front, `${deed}-organization`, { org }, as);
const signIn = (email: string) => refused(front, 'sign-in', { email, password });
const look = async ({ org }: Arranged, as: Session) =>
  outcomeOf(await refused(front, 'get-organization', { org }, as));

/** The same organization, closed from now on. */
async function suspended(home: Arranged): Promise<Arranged> {
  const { status, body } = await turn('suspend', home);
  expect([status, body]).toMatchObject([200, { suspendedAt: expect.any(String) }]);
  return home;
}

/** Somebody active in both. */
async function invitedTo(home: Arranged, known: { email: string } & Session) {
  await arrangeInvitee(front, home, { email: known.email });
  const token = (await tokensTo(front, known.email)).at(-1) ?? '';
  const { status, body } = await ask(front, 'accept-invitation', { token }, known);
  expect([status, body]).toEqual([200, expect.anything()]);
}

test('its users are out at the next request, and back at the next after it was resumed', async () => {
  const home = await arrangeOrganization(front);
  const { owner } = home;
  const user = await arrangeUser(front, home);
  await suspended(home);
  for (const somebody of [owner, user]) expect(await look(home, somebody)).toBe(closed);
  const { body } = await ask(front, 'get-me', {}, owner);
  expect(body.organizations).toMatchObject([{ id: home.org, suspended: true }]);

  expect((await turn('resume', home)).body).not.toHaveProperty('suspendedAt');
  for (const somebody of [owner, user]) expect(await look(home, somebody)).toBe('200');
  expect((await ask(front, 'get-me', {}, owner)).body.organizations[0]).not.toHaveProperty('suspended');
  const told = (await front.trail(home.org)).filter(({ target }) => target.type === 'organization');
  expect(told.map(({ action, actor }) => [action, actor.kind])).toEqual([
    ['organization.created', 'system'],
    ['organization.suspended', 'operator'],
    ['organization.resumed', 'operator'],
  ]);
});

test('twice is refused: one did it, the others are told', async () => {
  const home = await arrangeOrganization(front);
  expect(outcomeOf(await turn('resume', home))).toBe('wrong-status');
  expect(tally(await atOnce(3, () => turn('suspend', home)))).toEqual({ 200: 1, 'wrong-status': 2 });
  expect(tally(await atOnce(3, () => turn('resume', home)))).toEqual({ 200: 1, 'wrong-status': 2 });
});

test('only the operators’ owners and admins may; and their own organization stays', async () => {
  const partner = await arrangePartner(front);
  const home = await arrangeLookedAfter(front, partner);
  const manager = await arrangeOperator(front, 'manager');
  for (const as of [home.owner, partner.owner, manager])
    for (const deed of ['suspend', 'resume'] as const)
      expect(outcomeOf(await turn(deed, home, as))).toBe('not-allowed');
  const foreign = await arrangeOrganization(front);
  expect(outcomeOf(await turn('suspend', home, foreign.owner))).toBe('not-found');
  const [own] = (await ask(front, 'get-me', {}, operator)).body.organizations;
  const staff = { org: own?.id, owner: operator } as Arranged;
  expect(outcomeOf(await turn('suspend', staff))).toBe('not-allowed');
  expect((await turn('suspend', home, await arrangeOperator(front, 'admin'))).status).toBe(200);
});

test('no way of signing in leads into it', async () => {
  const home = await arrangeOrganization(front);
  const { email } = await arrangeUser(front, home);
  const withApp = await arrangeUser(front, home);
  const app = await enrolApp(front, withApp);
  const invited = await arrangePending(front, home);
  const forgetful = await arrangeUser(front, home);
  await ask(front, 'forgot-password', { email: forgetful.email });
  const reset = (await tokensTo(front, forgetful.email)).at(-1);
  await suspended(home);

  const { session } = await challengeFor(front, withApp.email);
  const code = await codeOf(front, app);
  const [recoveryCode] = app.recoveryCodes;
  const renewed = { token: reset, password: 'eleven blue kites over the bay' };
  const ways = {
    password: await signIn(email),
    code: await refused(front, 'answer-challenge', { session, code }),
    'recovery code': await refused(front, 'answer-challenge', { session, recoveryCode, password }),
    reset: await refused(front, 'reset-password', renewed),
    acceptance: await refused(front, 'accept-invitation', onboarding(invited.token)),
  };
  for (const [way, answer] of Object.entries(ways)) {
    expect([way, answer.status, outcomeOf(answer)]).toEqual([way, 403, closed]);
    expect(answer.cookies, way).toEqual([]);
  }
  await turn('resume', home);
  expect((await signIn(email)).status).toBe(200);
  expect((await signIn(invited.email)).status).toBe(200);
  const again = (await challengeFor(front, withApp.email)).session;
  const late = { session: again, recoveryCode, password };
  expect((await refused(front, 'answer-challenge', late)).status, 'no code was used up').toBe(200);
});

test('scripts get no token, and their old ones do nothing there', async () => {
  const home = await arrangeOrganization(front);
  const [client, user] = [await arrangeClient(front, home), await arrangeApiUser(front, home)];
  const script = await scriptSession(front, client, user);
  await suspended(home);
  expect(await look(home, script)).toBe(closed);
  for (const grant of [passwordGrant(client, user), refreshGrant(client, script.refreshToken)])
    expect((await exchangeToken(front, grant)).body).toMatchObject({
      error: 'invalid_grant',
      error_description: expect.stringContaining('resumed'),
    });
  await turn('resume', home);
  expect((await exchangeToken(front, passwordGrant(client, user))).status).toBe(200);
});

test('who has another organization gets in there, and sees which one is closed', async () => {
  const [home, other] = [await arrangeOrganization(front), await arrangeOrganization(front)];
  const them = await arrangeUser(front, home);
  await invitedTo(other, them);
  await suspended(home);
  const answer = await signIn(them.email);
  expect(answer.status).toBe(200);
  const organizations = (answer.body as unknown as { organizations: { id: string }[] }).organizations;
  expect(organizations.find(({ id }) => id === home.org)).toMatchObject({ suspended: true });
  expect(organizations.find(({ id }) => id === other.org)).not.toHaveProperty('suspended');
  const session = sessionIn(answer);
  expect([await look(home, session), await look(other, session)]).toEqual([closed, '200']);
  await suspended(other);
  expect(outcomeOf(await signIn(them.email))).toBe(closed);
});

test('a wrong password is told nothing of it', async () => {
  const home = await suspended(await arrangeOrganization(front));
  const wrong = { email: home.owner.email, password: 'not this one at all' };
  expect(outcomeOf(await refused(front, 'sign-in', wrong))).toBe('wrong-credentials');
});

test('the operators act in it as before, the partner that looks after it does not', async () => {
  const partner = await arrangePartner(front);
  const home = await arrangeLookedAfter(front, partner);
  const { about } = await arrangeInvitee(front, home);
  await suspended(home);
  expect(outcomeOf(await refused(front, 'get-user', about, partner.owner))).toBe(closed);
  expect((await refused(front, 'deactivate-user', about, operator)).status).toBe(200);
  const { items } = (await ask(front, 'list-organizations', { partner: partner.org }, partner.owner)).body;
  expect(items).toMatchObject([{ id: home.org, suspendedAt: expect.any(String) }]);
});

test('a suspended partner’s staff act nowhere; who it looks after goes on', async () => {
  const partner = await arrangePartner(front);
  const home = await arrangeLookedAfter(front, partner);
  expect(await look(home, partner.owner)).toBe('200');
  await suspended(partner);
  expect(await look(home, partner.owner)).toBe(closed);
  expect(await look(home, home.owner)).toBe('200');
  const list = await refused(front, 'list-organizations', { partner: partner.org }, partner.owner);
  expect(outcomeOf(list)).toBe(closed);
});

test('an operator who belongs to it acts there as an operator', async () => {
  const home = await arrangeOrganization(front);
  const staff = await arrangeOperator(front, 'admin');
  await invitedTo(home, staff);
  await suspended(home);
  expect(await look(home, staff)).toBe('200');
  expect((await turn('resume', home, staff)).status).toBe(200);
});

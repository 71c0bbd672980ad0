/** Tokens for scripts: whose password gets one, who is told why not, and what ends it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { problems } from '../../shared/contract/problems.ts';
import type { Person, User } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { type Arranged, arrangeOrganization, arrangeUser, freshEmail, password } from '../harness/arrange.ts';
import {
  arrangeApiUser,
  arrangeClient,
  type Client,
  passwordGrant,
  refreshGrant,
  scriptSession,
} from '../harness/arrange-scripts.ts';
import { ask, type Front, outcomeOf, refused, sessionIn } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';
import { exchangeToken, expectRefusal } from '../harness/token-door.ts';

type Somebody = Awaited<ReturnType<typeof arrangeUser>>;

let front: Front;
let home: Arranged;
let client: Client;
let script: Somebody;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front);
  client = await arrangeClient(front, home);
  script = await arrangeApiUser(front, home);
});

const exchange = (fields: Record<string, string | undefined>, headers?: Record<string, string>) =>
  exchangeToken(front, fields, headers);
const list = (session: { accessToken: string }) =>
  refused(front, 'list-users', { org: home.org }, { accessToken: session.accessToken });

describe('the user', () => {
  const general = problems['invalid-grant'].detail;
  const wrongPassword = 'another lamp beside the river';

  async function described(user: { email: string }, more = {}, by = client): Promise<string> {
    const answer = await exchange(passwordGrant(by, user, more));
    return expectRefusal(answer, 400, 'invalid_grant').error_description;
  }

  test('unknown, or with a wrong password: the same answer, whoever they are', async () => {
    const plain = await arrangeUser(front, home);
    const foreign = await arrangeOrganization(front);
    for (const user of [script, plain, foreign.owner, { email: freshEmail('nobody') }, { email: 'nobody' }])
      expect(await described(user, { password: wrongPassword })).toBe(general);
  });

  test('whom another organization looks after: as if unknown, right password or not', async () => {
    const foreign = await arrangeOrganization(front);
    const guest = await arrangeApiUser(front, foreign);
    expect(await described(guest)).toBe(general);
    expect(await described(foreign.owner)).toBe(general);
    const abroad = await arrangeClient(front, foreign);
    expect(await described(script, {}, abroad)).toBe(general);
    expect((await exchange(passwordGrant(abroad, guest))).status).toBe(200);
  });

  test('with the right password and no API access: told so, and no session is left behind', async () => {
    const plain = await arrangeUser(front, home, 'admin');
    expect(await described(plain)).toContain('no API access');
    expect(await front.world.directory.listSessions(plain.id)).toHaveLength(1); // from accepting
  });

  /** The user as something other than a route of this test would have made them. */
  async function changed(user: Partial<User>, person: Partial<Person> = {}): Promise<Somebody> {
    const somebody = await arrangeApiUser(front, home);
    const { directory } = front.world;
    const [stored, owner] = await directory.get(ref.user(home.org, somebody.id), ref.person(somebody.id));
    if (!stored || !owner) throw new Error('Nobody is there');
    const changes = [
      [stored, { ...stored, ...user, version: stored.version + 1 }],
      [owner, { ...owner, ...person, version: owner.version + 1 }],
    ].map(([before, after]) => ({ do: 'update', before, after }) as never);
    await directory.commit({ changes, events: [] });
    return somebody;
  }

  test('who may not get in at the moment is told why', async () => {
    const deactivated = await arrangeApiUser(front, home);
    await ask(front, 'deactivate-user', { org: home.org, user: deactivated.id }, home.owner);
    expect(await described(deactivated)).toBe(problems['no-active-membership'].detail);

    const unapproved = await changed({ approved: false });
    expect(await described(unapproved)).toBe(problems['awaiting-approval'].detail);

    const forced = await changed({}, { passwordResetRequiredAt: front.world.clock.now() });
    expect(await described(forced)).toMatch(/^An administrator has required a new password\./);
  });

  test('no script gets past a second factor, even where it should never have come to that', async () => {
    const { detail } = problems['api-access-excludes-mfa'];
    const authenticator = { enrolledAt: front.world.clock.now() };
    const enrolled = await changed({}, { factors: { authenticator, recoveryCodes: [] } });
    expect(await described(enrolled)).toBe(detail);
    expect(await described(await changed({ requireMfa: true }))).toBe(detail);
  });

  test('too many wrong passwords: even the right one waits, here as at signing in', async () => {
    const user = await arrangeApiUser(front, home);
    const guess = () => exchange(passwordGrant(client, user, { password: wrongPassword }));
    for (let i = 0; i < 10; i++) expectRefusal(await guess(), 400, 'invalid_grant');
    for (const answer of [await guess(), await exchange(passwordGrant(client, user))]) {
      expectRefusal(answer, 429, 'temporarily_unavailable');
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
    const { email } = user;
    expect(outcomeOf(await refused(front, 'sign-in', { email, password }))).toBe('too-many-attempts');
    await front.advance(15 * 60);
    expect((await exchange(passwordGrant(client, user))).status).toBe(200);
  });

  test('without a client nobody tries passwords: those guesses do not count against the user', async () => {
    const user = await arrangeApiUser(front, home);
    const nobody = { id: front.world.ids.make('cli'), secret: front.world.ids.linkToken().token };
    for (let i = 0; i < 15; i++) await exchange(passwordGrant(nobody, user, { password: wrongPassword }));
    expect((await exchange(passwordGrant(client, user))).status).toBe(200);
  });
});

describe('it ends', () => {
  /** What becomes of a script's tokens when something is done to its user. */
  async function endedBy(done: (user: Somebody) => Promise<unknown>) {
    const user = await arrangeApiUser(front, home);
    const session = await scriptSession(front, client, user);
    expect((await list(session)).status).toBe(200);
    await done(user);
    const refreshed = await exchange(refreshGrant(client, session.refreshToken));
    return [outcomeOf(await list(session)), refreshed.body.error];
  }

  test('when the user is deactivated', async () => {
    const deactivate = ({ id }: Somebody) =>
      ask(front, 'deactivate-user', { org: home.org, user: id }, home.owner);
    expect(await endedBy(deactivate)).toEqual(['session-ended', 'invalid_grant']);
  });

  test('when API access is taken away', async () => {
    const takeAway = async ({ id }: Somebody) => {
      const about = { org: home.org, user: id };
      const { headers } = await ask(front, 'get-user', about, home.owner);
      const ifMatch = { headers: { 'if-match': headers.etag ?? '' } };
      const edited = await ask(front, 'edit-user', { ...about, apiAccess: false }, home.owner, ifMatch);
      expect(edited.status).toBe(200);
    };
    expect(await endedBy(takeAway)).toEqual(['session-ended', 'invalid_grant']);
  });

  test('when the password is chosen anew', async () => {
    const reset = async ({ email }: Somebody) => {
      await ask(front, 'forgot-password', { email });
      await front.settle();
      const mail = (await front.mailsTo(email)).at(-1);
      const token = /#([\w-]{43})/.exec(mail?.text ?? '')?.[1];
      const answer = await ask(front, 'reset-password', { token, password: 'eleven blue kites at sea' });
      expect(sessionIn(answer).accessToken).toBeTruthy();
    };
    expect(await endedBy(reset)).toEqual(['session-ended', 'invalid_grant']);
  });

  test('but not because nobody is at a keyboard', async () => {
    const of = await arrangeOrganization(front);
    const { headers } = await ask(front, 'get-settings', { org: of.org }, of.owner);
    const ifMatch = { headers: { 'if-match': headers.etag ?? '' } };
    await ask(front, 'edit-settings', { org: of.org, idleSignOutMinutes: 5 }, of.owner, ifMatch);
    const [own, user] = [await arrangeClient(front, of), await arrangeApiUser(front, of)];
    const { refreshToken } = await scriptSession(front, own, user);
    await front.advance(8 * 3600);
    const { body } = await exchange(refreshGrant(own, refreshToken));
    const asked = await refused(front, 'list-users', { org: of.org }, { accessToken: body.access_token });
    expect(asked.status).toBe(200);
  });
});

/** Tokens for scripts, as RFC 6749 has them: what is sent, what is answered, and whose application asks. */
import { beforeAll, describe, expect, test } from 'vitest';
import { TokenAnswer } from '../../shared/contract/tokens.ts';
import { type Arranged, arrangeOrganization, type arrangeUser } from '../harness/arrange.ts';
import {
  arrangeApiUser,
  arrangeClient,
  type Client,
  passwordGrant,
  refreshGrant,
  scriptSession,
} from '../harness/arrange-scripts.ts';
import { ask, type Front, outcomeOf, refused } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';
import { basic, exchangeToken, expectRefusal, sendForm } from '../harness/token-door.ts';

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
const send = (body: string, headers?: Record<string, string>) => sendForm(front, body, headers);
const list = (session: { accessToken: string }) =>
  refused(front, 'list-users', { org: home.org }, { accessToken: session.accessToken });

describe('the password grant', () => {
  test('gives a token that works on the API as that user, and a refresh token', async () => {
    const answer = await exchange(passwordGrant(client, script));
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      pragma: 'no-cache',
    });
    expect(answer.cookies).toEqual([]);
    const { access_token: accessToken, token_type, expires_in } = TokenAnswer.parse(answer.body);
    expect([token_type, expires_in > 0]).toEqual(['Bearer', true]);
    expect((await list({ accessToken })).status).toBe(200);
    const me = await ask(front, 'get-me', {}, { accessToken });
    expect(me.body.person.id).toBe(script.id);
    const denied = await refused(front, 'get-settings', { org: home.org }, { accessToken });
    expect(outcomeOf(denied)).toBe('not-allowed');
  });

  test('is written down as a session of its application', async () => {
    const of = await arrangeOrganization(front);
    const [own, user] = [await arrangeClient(front, of), await arrangeApiUser(front, of)];
    await scriptSession(front, own, user);
    expect((await front.trail(of.org)).at(-1)).toMatchObject({
      action: 'person.signed-in',
      actor: { kind: 'person', id: user.id },
      changes: [{ field: 'client', after: own.id }],
    });
  });

  test('takes the client’s name and secret from HTTP Basic, too', async () => {
    const { client_id: _, client_secret: __, ...fields } = passwordGrant(client, script);
    expect((await exchange(fields, { authorization: basic(client) })).status).toBe(200);
    const named = await exchange({ ...fields, client_id: client.id }, { authorization: basic(client) });
    expect(named.status).toBe(200);
    const encoded = { id: client.id.replace('_', '%5F'), secret: encodeURIComponent(client.secret) };
    expect((await exchange(fields, { authorization: basic(encoded) })).status).toBe(200);
  });

  test('ignores a scope and whatever else it does not know', async () => {
    expect((await exchange(passwordGrant(client, script, { scope: 'all', audience: 'x' }))).status).toBe(200);
  });

  test('takes the address in any case, as signing in does', async () => {
    const email = ` ${script.email.toUpperCase()} `;
    expect((await exchange(passwordGrant(client, { email }))).status).toBe(200);
  });
});

describe('what cannot be understood', () => {
  const whole = () => new URLSearchParams(passwordGrant(client, script));

  test.each(['grant_type', 'username', 'password'])('%s is missing or empty', async name => {
    const fields = passwordGrant(client, script);
    for (const value of [undefined, '']) {
      const answer = await exchange({ ...fields, [name]: value });
      expect(expectRefusal(answer, 400, 'invalid_request').error_description).toContain(name);
    }
  });

  test('the refresh token is missing', async () => {
    expectRefusal(await exchange(refreshGrant(client, undefined)), 400, 'invalid_request');
  });

  test('a parameter stands twice', async () => {
    for (const name of ['grant_type', 'username', 'scope']) {
      const twice = whole();
      twice.append(name, 'again');
      twice.append(name, 'again');
      expectRefusal(await send(`${twice}`), 400, 'invalid_request');
    }
  });

  test('the client names itself in two ways', async () => {
    const both = await exchange(passwordGrant(client, script), { authorization: basic(client) });
    expectRefusal(both, 400, 'invalid_request');
    const { client_secret: _, ...fields } = passwordGrant({ ...client, id: 'another' }, script);
    expectRefusal(await exchange(fields, { authorization: basic(client) }), 400, 'invalid_request');
  });

  test.each(['application/json', 'text/plain', 'multipart/form-data', ''])('a body of "%s"', async type => {
    expectRefusal(await send(`${whole()}`, { 'content-type': type }), 400, 'invalid_request');
  });

  test.each(['', 'not a form', '%', '%00=%00', '=', '&&&', '{"grant_type":"password"}'])(
    'a body that is "%s"',
    async body => {
      expectRefusal(await send(body), 400, 'invalid_request');
    },
  );

  test('a body that is too large', async () => {
    expectRefusal(await send(`password=${'x'.repeat(300_000)}`), 400, 'invalid_request');
  });

  test.each(['client_credentials', 'authorization_code', 'Password', 'urn:ietf:params:oauth:grant-type:jwt'])(
    'the grant %s is not given',
    async grant_type => {
      const answer = await exchange({ ...passwordGrant(client, script), grant_type });
      expectRefusal(answer, 400, 'unsupported_grant_type');
    },
  );

  test.each(['GET', 'PUT', 'DELETE'])('%s is no way to ask', async method => {
    const answer = await front.send({ method, path: '/v1/auth/token' });
    expect(answer.status).toBe(404);
  });
});

describe('the client', () => {
  const wrong = () => front.world.ids.linkToken().token;

  test('unknown, without a secret, with another’s or a wrong one: the same answer', async () => {
    const other = await arrangeClient(front, home);
    const unknown = { ...client, id: front.world.ids.make('cli') };
    const refusals = await Promise.all(
      [
        unknown,
        { ...client, id: 'nobody' },
        { ...client, id: 'org_x#y' },
        { ...client, id: '' },
        { ...client, secret: '' },
        { ...client, secret: 'x' },
        { ...client, secret: wrong() },
        { ...client, secret: other.secret },
        { ...client, secret: client.secret.toLowerCase() },
      ].map(async of => {
        const answer = await exchange(passwordGrant(of, script));
        expect(answer.headers['www-authenticate']).toBe('Basic realm="tenantry"');
        return expectRefusal(answer, 401, 'invalid_client');
      }),
    );
    expect(new Set(refusals.map(({ error_description }) => error_description)).size).toBe(1);
  });

  test('HTTP Basic that cannot be read is no client', async () => {
    const { client_id: _, client_secret: __, ...fields } = passwordGrant(client, script);
    for (const authorization of ['Basic', 'Basic !', `Basic ${'A'.repeat(500)}`, 'Bearer x', 'Digest x'])
      expectRefusal(await exchange(fields, { authorization }), 401, 'invalid_client');
  });

  test('too many wrong secrets: even the right one waits, and is told how long', async () => {
    const of = await arrangeClient(front, home);
    const guess = () => exchange(passwordGrant({ ...of, secret: wrong() }, script));
    for (let i = 0; i < 30; i++) expectRefusal(await guess(), 401, 'invalid_client');
    for (const answer of [await guess(), await exchange(passwordGrant(of, script))]) {
      expectRefusal(answer, 429, 'temporarily_unavailable');
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect((await exchange(passwordGrant(client, script))).status).toBe(200);
    await front.advance(15 * 60);
    expect((await exchange(passwordGrant(of, script))).status).toBe(200);
  });

  test('right ones never are too many', async () => {
    for (let i = 0; i < 35; i++) expect((await exchange(passwordGrant(client, script))).status).toBe(200);
  });
});

describe('the refresh grant', () => {
  test('gives a new access token, time and again', async () => {
    let { refreshToken } = await scriptSession(front, client, script);
    for (let i = 0; i < 3; i++) {
      await front.advance(20 * 60);
      const answer = await exchange(refreshGrant(client, refreshToken));
      expect(answer.status).toBe(200);
      expect((await list({ accessToken: answer.body.access_token ?? '' })).status).toBe(200);
      refreshToken = answer.body.refresh_token ?? '';
    }
  });

  test('is for the application that got the token, and for none else', async () => {
    const other = await arrangeClient(front, home);
    const { refreshToken } = await scriptSession(front, client, script);
    expectRefusal(await exchange(refreshGrant(other, refreshToken)), 400, 'invalid_grant');
    expect((await exchange(refreshGrant(client, refreshToken))).status).toBe(200);
  });

  test('is not for what a browser holds, nor is a script’s token a browser’s', async () => {
    const cookie = decodeURIComponent(script.cookie.split('=')[1] ?? '');
    expectRefusal(await exchange(refreshGrant(client, cookie)), 400, 'invalid_grant');
    const { refreshToken } = await scriptSession(front, client, script);
    const asBrowser = await refused(
      front,
      'refresh-session',
      {},
      { cookie: `tenantry_refresh=${refreshToken}` },
    );
    expect(outcomeOf(asBrowser)).toBe('session-ended');
  });

  test.each(['x', 'a:b:c', 'usr_00000000000000000000000001:s:t', '::', 'é'])(
    'a token that is none: "%s"',
    async token => {
      expectRefusal(await exchange(refreshGrant(client, token)), 400, 'invalid_grant');
    },
  );

  test('one person’s token does not refresh another’s session', async () => {
    const other = await arrangeApiUser(front, home);
    const [own, theirs] = await Promise.all([
      scriptSession(front, client, script),
      scriptSession(front, client, other),
    ]);
    const [person, session] = theirs.refreshToken.split(':');
    const mixed = [person, session, ...own.refreshToken.split(':').slice(2)].join(':');
    expectRefusal(await exchange(refreshGrant(client, mixed)), 400, 'invalid_grant');
  });
});

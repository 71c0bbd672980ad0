import { describe, expect, test } from 'vitest';
import { createClient } from '../../console/api/client.ts';
import { problemOf } from '../../console/api/problem.ts';
import type { SignedInAnswer } from '../../console/api/session.ts';
import { problemDocument } from '../../shared/contract/problems.ts';
import { viewMe } from '../../shared/domain/me.ts';
import { nothingNamed } from '../../shared/domain/rights.ts';
import { viewUser } from '../../shared/domain/user.ts';
import * as build from '../domain/build.ts';
import { orgId, personId } from '../domain/build.ts';

const org = orgId();
const user = personId();
const somebody = build.user();
const me = viewMe({ person: build.person(somebody), memberships: [], home: undefined });
const signedIn = (accessToken: string): SignedInAnswer => ({ accessToken, expiresIn: 600, ...me });

type Sent = { url: string; method?: string; headers: Headers; body?: unknown };

/** A client whose requests are answered by `answer`, and what it has sent. */
function clientWith(answer: (sent: Sent) => Response | Promise<Response>) {
  const sent: Sent[] = [];
  const client = createClient(async (url, init = {}) => {
    const one = {
      url: String(url),
      method: init.method,
      headers: new Headers(init.headers),
      body: init.body,
    };
    sent.push(one);
    return answer(one);
  });
  return { ...client, sent, urls: () => sent.map(({ url }) => url) };
}

const refused = (kind: Parameters<typeof problemDocument>[0]) => {
  const document = problemDocument(kind, { requestId: 'req_1' });
  return Response.json(document, { status: document.status });
};
const page = () => Response.json({ items: [] });

describe('a request', () => {
  test('of GET carries path and query, several values several times, and nothing that is undefined', async () => {
    const { call, sent } = clientWith(page);
    await call('list-users', { org, status: ['active', 'inactive'], limit: 25, cursor: undefined });
    expect(sent[0]?.url).toBe(`/v1/organizations/${org}/users?status=active&status=inactive&limit=25`);
    expect(sent[0]?.body).toBeUndefined();
  });

  test('of POST carries what is not in the path as its body', async () => {
    const { call, sent } = clientWith(() =>
      Response.json(viewUser(somebody, { named: nothingNamed, now: build.now })),
    );
    await call('extend-invitation', { org, user, expiresInMinutes: 60 });
    expect(sent[0]?.url).toBe(`/v1/organizations/${org}/users/${user}/extend-invitation`);
    expect(sent[0]?.body).toBe('{"expiresInMinutes":60}');
    expect(sent[0]?.headers.get('content-type')).toBe('application/json');
  });

  test('names the version that is meant, and its key', async () => {
    const { call, sent } = clientWith(() => new Response(null, { status: 204 }));
    await call('delete-user', { org, user }, { version: 7, idempotencyKey: 'once' });
    expect(sent[0]?.headers.get('if-match')).toBe('"7"');
    expect(sent[0]?.headers.get('idempotency-key')).toBe('once');
  });

  test('cannot be led to another path by what stands in it', async () => {
    const { call, urls } = clientWith(() => refused('not-found'));
    await call('get-user', { org, user: '../../secrets?x=1' }).catch(() => {});
    expect(urls()).toEqual([`/v1/organizations/${org}/users/..%2F..%2Fsecrets%3Fx%3D1`]);
  });
});

describe('a session', () => {
  test('sends its token, but not to routes that are for anybody', async () => {
    const { call, session, sent } = clientWith(page);
    session.begin(signedIn('token-1'));
    await call('list-users', { org });
    await call('forgot-password', { email: 'ada@example.com' }).catch(() => {});
    expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer token-1', null]);
  });

  test('is renewed once for all who need it, and each request repeated with the new token', async () => {
    const { call, session, sent, urls } = clientWith(({ url, headers }) => {
      if (url === '/v1/auth/refresh') return Response.json(signedIn('token-2'));
      return headers.get('authorization') === 'Bearer token-2' ? page() : refused('not-signed-in');
    });
    session.begin(signedIn('token-1'));
    await Promise.all([
      call('list-users', { org }),
      call('list-users', { org }),
      call('list-users', { org }),
    ]);
    expect(urls().filter(url => url === '/v1/auth/refresh')).toHaveLength(1);
    expect(sent).toHaveLength(7);
  });

  test('is renewed before its token runs out', async () => {
    const { call, session, urls } = clientWith(({ url }) =>
      url === '/v1/auth/refresh' ? Response.json(signedIn('token-2')) : page(),
    );
    session.begin({ ...signedIn('token-1'), expiresIn: 10 });
    await call('list-users', { org });
    expect(urls()).toEqual(['/v1/auth/refresh', `/v1/organizations/${org}/users`]);
  });

  test('that is over is said so, without trying for ever', async () => {
    const { call, session, urls } = clientWith(() => refused('session-ended'));
    session.begin(signedIn('token-1'));
    const thrown = await call('list-users', { org }).catch((error: unknown) => error);
    expect(problemOf(thrown).kind).toBe('session-ended');
    expect(urls()).toEqual([`/v1/organizations/${org}/users`, '/v1/auth/refresh']);
  });

  test('is not touched by a wrong password, nor by an invitation that is for somebody with an account', async () => {
    const { call, session, urls } = clientWith(({ url }) =>
      refused(url.endsWith('accept') ? 'account-exists' : 'wrong-credentials'),
    );
    session.begin(signedIn('token-1'));
    await call('sign-in', { email: 'ada@example.com', password: 'no' }).catch(() => {});
    await call('accept-invitation', { token: 'a'.repeat(43) }).catch(() => {});
    expect(urls()).toEqual(['/v1/auth/sign-in', '/v1/invitations/accept']);
  });

  test('that has ended sends no token any more', async () => {
    const { call, session, sent } = clientWith(page);
    session.begin(signedIn('token-1'));
    session.end();
    await call('list-users', { org });
    expect(sent[0]?.headers.get('authorization')).toBeNull();
  });
});

describe('a problem', () => {
  const problemFrom = async (answer: () => Response | Promise<Response>) => {
    const { call } = clientWith(answer);
    return problemOf(await call('list-users', { org }).catch((error: unknown) => error));
  };

  test('is what the document says, with its request id and its fields', async () => {
    const errors = [{ pointer: '/email', code: 'invalid', message: 'is not an email address' }];
    const document = problemDocument('validation-failed', { requestId: 'req_2', errors });
    const problem = await problemFrom(() => Response.json(document, { status: 422 }));
    expect(problem).toMatchObject({ kind: 'validation-failed', requestId: document.requestId, errors });
  });

  test.for([
    [401, 'not-signed-in'],
    [403, 'not-allowed'],
    [404, 'not-found'],
    [429, 'too-many-requests'],
    [502, 'unavailable'],
    [418, 'unexpected'],
  ] as const)('is told by the status %i where the answer is no document of ours', async ([status, kind]) => {
    const problem = await problemFrom(
      () => new Response('<html>', { status, headers: { 'x-request-id': 'req_9' } }),
    );
    expect(problem).toMatchObject({ kind, requestId: 'req_9', errors: [] });
  });

  test('is "offline" when nobody answers, and "unexpected" when the answer makes no sense', async () => {
    expect((await problemFrom(() => Promise.reject(new TypeError('failed to fetch')))).kind).toBe('offline');
    expect((await problemFrom(() => new Response('<html>'))).kind).toBe('unexpected');
  });
});

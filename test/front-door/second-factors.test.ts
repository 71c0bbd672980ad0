import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonId } from '../../shared/contract/ids.ts';
import { type Arranged, arrangeOrganization, arrangeUser, password } from '../harness/arrange.ts';
import {
  challengeFor,
  codeOf,
  enrolApp,
  enrolTelephone,
  freshTelephone,
  newestText,
  sessionWithApp,
  signInWithApp,
} from '../harness/arrange-factors.ts';
import { arrangeApiUser } from '../harness/arrange-scripts.ts';
import { changeSettings } from '../harness/arrange-settings.ts';
import { atOnce, races, tally } from '../harness/at-once.ts';
import { ask, type Front, outcomeOf, refused, type Session, sessionIn } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';
import { totp } from '../harness/totp.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front);
});

const me = async (who: Session) => (await ask(front, 'get-me', {}, who)).body;
const mfaOf = async (who: Session) => (await me(who)).person.mfa;
const signIn = (email: string) => ask(front, 'sign-in', { email, password });
const remove = (factor: string, who: Session) => refused(front, 'remove-factor', { factor }, who);
const actionsOf = async (id: string) =>
  (await front.trail(home.org)).filter(({ target }) => target.id === id).map(({ action }) => action);

describe('an authenticator app', () => {
  test('is set up with a secret that a QR code carries, and counts once a code is confirmed', async () => {
    const them = await arrangeUser(front, home);
    const { status, body } = await ask(front, 'begin-authenticator', {}, them);
    expect(status).toBe(201);
    const uri = new URL(body.uri);
    expect(`${uri.protocol}${uri.host}${uri.pathname}`).toBe(
      `otpauth:totp/Northwind:${encodeURIComponent(them.email)}`,
    );
    expect(Object.fromEntries(uri.searchParams)).toEqual({ secret: body.secret, issuer: 'Northwind' });
    expect(body.secret).toMatch(/^[A-Z2-7]{16,}$/);
    expect((await mfaOf(them)).enrolled).toEqual([]);

    const confirmed = await ask(front, 'confirm-authenticator', { code: await codeOf(front, body) }, them);
    expect(confirmed.status).toBe(200);
    expect(confirmed.body.recoveryCodes).toHaveLength(10);
    for (const code of confirmed.body.recoveryCodes ?? [])
      expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
    expect(await mfaOf(them)).toMatchObject({ enrolled: ['authenticator'], recoveryCodesLeft: 10 });
    const seen = await ask(front, 'get-user', { org: home.org, user: them.id }, home.owner);
    expect(seen.body.mfa).toEqual({ required: false, enrolled: ['authenticator'] });

    await front.settle();
    expect(await actionsOf(them.id)).toContain('factor.added');
    expect((await front.mailsTo(them.email)).at(-1)?.text).toMatch(/authenticator/i);
  });

  test('is asked for from then on, and every code signs in once', async () => {
    const them = await arrangeUser(front, home);
    const app = await enrolApp(front, them);
    const challenge = await challengeFor(front, them.email);
    expect(challenge.kind).toBe('authenticator-code');
    const code = await codeOf(front, app);
    const { session } = await challengeFor(front, them.email);
    const answered = await ask(front, 'answer-challenge', { session, code });
    expect(answered.status).toBe(200);
    expect(answered.cookies).toHaveLength(1);
    expect((await me(sessionIn(answered))).person.id).toBe(them.id);
    const again = await challengeFor(front, them.email);
    expect(outcomeOf(await refused(front, 'answer-challenge', { session: again.session, code }))).toBe(
      'wrong-answer',
    );
  });

  test('is refused with a wrong code, which leaves what was begun as it is', async () => {
    const them = await arrangeUser(front, home);
    const { body } = await ask(front, 'begin-authenticator', {}, them);
    const wrong = await refused(front, 'confirm-authenticator', { code: '000000' }, them);
    expect([wrong.status, outcomeOf(wrong)]).toEqual([422, 'wrong-code']);
    expect((await signIn(them.email)).body).toHaveProperty('accessToken');
    const confirmed = await refused(
      front,
      'confirm-authenticator',
      { code: await codeOf(front, body) },
      them,
    );
    expect(confirmed.status).toBe(200);
  });

  test('is replaced by another one, without new recovery codes; the old one is no use then', async () => {
    const them = await arrangeUser(front, home);
    const old = await enrolApp(front, them);
    const fresh = await enrolApp(front, them);
    expect(fresh.recoveryCodes).toEqual([]);
    expect((await mfaOf(them)).recoveryCodesLeft).toBe(10);
    expect(outcomeOf(await signInWithApp(front, them.email, old))).toBe('wrong-answer');
    expect((await signInWithApp(front, them.email, fresh)).status).toBe(200);
  });
});

describe('a telephone', () => {
  test('is confirmed by the code that it gets, and shown by its end alone', async () => {
    const them = await arrangeUser(front, home);
    const { telephone, recoveryCodes } = await enrolTelephone(front, them);
    expect(recoveryCodes).toHaveLength(10);
    expect(await mfaOf(them)).toMatchObject({
      enrolled: ['sms'],
      telephone: `•••• ${telephone.slice(-3)}`,
    });
    expect(JSON.stringify((await front.trail(home.org)).at(-1))).not.toContain(telephone);

    const { kind, session } = await challengeFor(front, them.email);
    expect(kind).toBe('sms-code');
    const code = await newestText(front, telephone);
    expect((await ask(front, 'answer-challenge', { session, code })).status).toBe(200);
  });

  test('counts by the number that the code went to last', async () => {
    const them = await arrangeUser(front, home);
    const [first, second] = [freshTelephone(), freshTelephone()];
    await ask(front, 'begin-sms', { telephone: first }, them);
    const old = await newestText(front, first);
    await ask(front, 'begin-sms', { telephone: second }, them);
    expect(outcomeOf(await refused(front, 'confirm-sms', { code: old }, them))).toBe('wrong-code');
    expect(
      (await refused(front, 'confirm-sms', { code: await newestText(front, second) }, them)).status,
    ).toBe(200);
    expect((await mfaOf(them)).telephone).toContain(second.slice(-3));
  });

  test('is not replaced unseen: the one that is enrolled goes first', async () => {
    const them = await arrangeUser(front, home);
    await enrolTelephone(front, them);
    const answer = await refused(front, 'begin-sms', { telephone: freshTelephone() }, them);
    expect([answer.status, outcomeOf(answer)]).toEqual([409, 'wrong-status']);
    expect(answer.body.detail).toContain('Remove it first');
  });

  test('comes after the app where both are enrolled, and is asked for once the app is gone', async () => {
    const them = await arrangeUser(front, home);
    const { telephone } = await enrolTelephone(front, them);
    const app = await enrolApp(front, them);
    expect((await challengeFor(front, them.email)).kind).toBe('authenticator-code');
    expect((await signInWithApp(front, them.email, app)).status).toBe(200);
    expect((await remove('authenticator', them)).status).toBe(200);
    await front.settle();
    const { kind, session } = await challengeFor(front, them.email);
    expect(kind).toBe('sms-code');
    const code = await newestText(front, telephone);
    expect((await ask(front, 'answer-challenge', { session, code })).status).toBe(200);
  });

  test('gets so many texts an hour, and the refusal says when there are more', async () => {
    const them = await arrangeUser(front, home);
    const telephone = freshTelephone();
    const begin = () => refused(front, 'begin-sms', { telephone }, them);
    for (let i = 0; i < 5; i++) expect((await begin()).status).toBe(202);
    const answer = await begin();
    expect([answer.status, outcomeOf(answer)]).toEqual([429, 'too-many-attempts']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(await front.smsTo(telephone)).toHaveLength(5);
  });
});

describe('removing a factor', () => {
  test('takes the recovery codes along with the last one, and sign-in asks no more', async () => {
    const them = await arrangeUser(front, home);
    await enrolApp(front, them);
    const removed = await remove('authenticator', them);
    expect(removed.status).toBe(200);
    expect(removed.body).toMatchObject({ person: { mfa: { enrolled: [], recoveryCodesLeft: 0 } } });
    await front.settle();
    expect((await signIn(them.email)).body).toHaveProperty('accessToken');
    expect(await actionsOf(them.id)).toContain('factor.removed');
    expect(outcomeOf(await remove('authenticator', them))).toBe('not-found');
    expect(outcomeOf(await remove('sms', them))).toBe('not-found');
  });

  test('and enrolling another one at once is not undone by what follows later', async () => {
    const them = await arrangeUser(front, home);
    await enrolApp(front, them);
    await remove('authenticator', them);
    // Nothing has followed at Cognito yet; a new one is begun, then everything follows, and only then it is confirmed.
    const { body } = await ask(front, 'begin-authenticator', {}, them);
    await front.settle();
    const confirmed = await ask(front, 'confirm-authenticator', { code: await codeOf(front, body) }, them);
    expect(confirmed.body.recoveryCodes).toHaveLength(10);
    await front.settle();
    expect((await signInWithApp(front, them.email, body)).status).toBe(200);
  });

  test('is refused for the last one where an organization insists', async () => {
    const them = await arrangeUser(front, home, 'user', { requireMfa: true });
    const app = await enrolApp(front, them);
    const answer = await remove('authenticator', them);
    expect([answer.status, outcomeOf(answer)]).toEqual([409, 'factor-needed']);
    const session = await sessionWithApp(front, them.email, app);
    await enrolTelephone(front, session);
    expect((await remove('authenticator', session)).status).toBe(200);
    expect(outcomeOf(await remove('sms', session))).toBe('factor-needed');
  });
});

describe('which factors', () => {
  test('may be enrolled is in the settings of the organization that looks after the account', async () => {
    const strict = await arrangeOrganization(front);
    const them = await arrangeUser(front, strict);
    await changeSettings(front, strict, { allowedFactors: ['authenticator'] });
    expect((await mfaOf(them)).allowed).toEqual(['authenticator']);
    const answer = await refused(front, 'begin-sms', { telephone: freshTelephone() }, them);
    expect([answer.status, outcomeOf(answer)]).toEqual([422, 'factor-not-allowed']);

    const { body } = await ask(front, 'begin-authenticator', {}, them);
    await changeSettings(front, strict, { allowedFactors: ['sms'] });
    const code = await codeOf(front, body);
    expect(outcomeOf(await refused(front, 'confirm-authenticator', { code }, them))).toBe(
      'factor-not-allowed',
    );
    expect((await signIn(them.email)).body).toHaveProperty('accessToken');
  });

  test('exclude API access, and are excluded by it, whichever comes first', async () => {
    const scripted = await arrangeApiUser(front, home);
    const begun = await refused(front, 'begin-authenticator', {}, scripted);
    expect([begun.status, outcomeOf(begun)]).toEqual([409, 'api-access-excludes-mfa']);
    const texted = await refused(front, 'begin-sms', { telephone: freshTelephone() }, scripted);
    expect(outcomeOf(texted)).toBe('api-access-excludes-mfa');

    const them = await arrangeUser(front, home);
    const { body } = await ask(front, 'begin-authenticator', {}, them);
    await edit(them.id, { apiAccess: true });
    const code = await codeOf(front, body);
    expect(outcomeOf(await refused(front, 'confirm-authenticator', { code }, them))).toBe(
      'api-access-excludes-mfa',
    );

    const other = await arrangeUser(front, home);
    await enrolApp(front, other);
    expect(outcomeOf(await edit(other.id, { apiAccess: true }))).toBe('api-access-excludes-mfa');
  });
});

describe('where a second factor is required', () => {
  test('whoever has none is let in to set one up, and to nothing else; then the same session is whole', async () => {
    const them = await arrangeUser(front, home, 'manager', { requireMfa: true });
    const answer = await signIn(them.email);
    expect(answer.body).toMatchObject({
      awaits: { kind: 'second-factor', factors: ['authenticator', 'sms'] },
    });
    const session = sessionIn(answer);
    const inOrganization = () => refused(front, 'list-users', { org: home.org }, session);
    expect((await me(session)).awaits).toEqual({ kind: 'second-factor', factors: ['authenticator', 'sms'] });
    expect([(await inOrganization()).status, outcomeOf(await inOrganization())]).toEqual([
      403,
      'second-factor-required',
    ]);
    for (const route of ['edit-me', 'list-my-sessions', 'renew-recovery-codes'] as const) {
      const headers = { 'if-match': '"1"' };
      expect(outcomeOf(await refused(front, route, {}, session, { headers })), route).toBe(
        'second-factor-required',
      );
    }
    const refreshed = await ask(front, 'refresh-session', {}, { cookie: session.cookie });
    expect(refreshed.body.awaits?.kind).toBe('second-factor');

    await enrolApp(front, session);
    expect((await me(session)).awaits).toBeUndefined();
    expect((await inOrganization()).status).toBe(200);
  });

  test('it holds at once for sessions that began before, in that organization alone', async () => {
    const [strict, other] = [await arrangeOrganization(front), await arrangeOrganization(front)];
    const them = await arrangeUser(front, strict, 'manager');
    const asked = { org: strict.org };
    expect((await ask(front, 'list-users', asked, them)).status).toBe(200);
    await enrolApp(front, strict.owner);
    await changeSettings(front, strict, { requireMfa: true });
    expect(outcomeOf(await refused(front, 'list-users', asked, them))).toBe('second-factor-required');
    expect((await ask(front, 'get-me', {}, them)).status).toBe(200);
    expect((await ask(front, 'list-users', { org: other.org }, other.owner)).status).toBe(200);
    await enrolApp(front, them);
    expect((await ask(front, 'list-users', asked, them)).status).toBe(200);
  });
});

describe('at the same moment', () => {
  const enrolledAt = async (id: PersonId) => {
    await front.settle();
    const { body } = await ask(front, 'get-user', { org: home.org, user: id }, home.owner);
    return { record: body.mfa.enrolled, cognito: await front.world.identity.factorsOf(id) };
  };

  test.each(races(12))('a reset and an enrolment leave Cognito and the record at one (%i)', async () => {
    const them = await arrangeUser(front, home);
    await enrolTelephone(front, them);
    const { body } = await ask(front, 'begin-authenticator', {}, them);
    const code = totp(body.secret, new Date(front.world.clock.now()));
    await Promise.all([
      refused(front, 'confirm-authenticator', { code }, them),
      refused(front, 'reset-user-mfa', { org: home.org, user: them.id }, home.owner),
    ]);
    const { record, cognito } = await enrolledAt(them.id);
    expect(cognito).toEqual(record);
    expect(record).toEqual([]);
  });

  test.each(races(12))(
    'of two enrolments with one code one counts, with its recovery codes (%i)',
    async () => {
      const them = await arrangeUser(front, home);
      const { body } = await ask(front, 'begin-authenticator', {}, them);
      const code = totp(body.secret, new Date(front.world.clock.now()));
      const answers = await atOnce(3, () => refused(front, 'confirm-authenticator', { code }, them));
      expect(tally(answers)['200']).toBe(1);
      expect(await enrolledAt(them.id)).toEqual({ record: ['authenticator'], cognito: ['authenticator'] });
      expect((await signInWithApp(front, them.email, body)).status).toBe(200);
    },
  );

  test.each(races(12))('removing one and enrolling another keep each other whole (%i)', async () => {
    const them = await arrangeUser(front, home);
    await enrolTelephone(front, them);
    const { body } = await ask(front, 'begin-authenticator', {}, them);
    const code = totp(body.secret, new Date(front.world.clock.now()));
    const [confirmed] = await Promise.all([
      refused(front, 'confirm-authenticator', { code }, them),
      remove('sms', them),
    ]);
    expect(['200', 'changed-meanwhile']).toContain(outcomeOf(confirmed));
    const { record, cognito } = await enrolledAt(them.id);
    expect(cognito).toEqual(record);
    expect(record).not.toContain('sms');
  });
});

async function edit(user: string, change: object) {
  const about = { org: home.org, user };
  const { headers } = await ask(front, 'get-user', about, home.owner);
  return refused(front, 'edit-user', { ...about, ...change }, home.owner, {
    headers: { 'if-match': headers.etag ?? '' },
  });
}

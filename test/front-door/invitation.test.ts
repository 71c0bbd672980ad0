import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Arranged,
  acceptNewest,
  arrangeOrganization,
  arrangeUser,
  freshEmail,
  onboarding,
} from '../harness/arrange.ts';
import { ask, type Front, outcomeOf, refused, sessionIn, tokenIn } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front);
});

async function invite(more: Record<string, unknown> = {}) {
  const email = freshEmail('invitee');
  const input = {
    org: home.org,
    firstName: 'Ivy',
    lastName: 'Invitee',
    email,
    role: 'user',
    access: { mode: 'all' },
    ...more,
  };
  const invited = await ask(front, 'invite-user', input, home.owner);
  return { email, invited, user: invited.body };
}

async function newestToken(email: string): Promise<string> {
  await front.settle();
  return tokenIn((await front.mailsTo(email)).at(-1));
}

const read = (user: string) => ask(front, 'get-user', { org: home.org, user }, home.owner);

describe('an invitation', () => {
  test('travels the whole way: invited, mailed, accepted, active, deactivated, refused', async () => {
    const { email, invited, user } = await invite({ note: 'See you on Monday.' });
    expect(invited.status).toBe(201);
    expect(invited.headers.etag).toBe('"1"');
    expect(user).toMatchObject({
      email,
      status: 'invited',
      invitation: { state: 'pending', delivery: 'queued' },
    });

    await front.settle();
    const [mail] = await front.mailsTo(email);
    expect(mail?.text).toContain('See you on Monday.');
    const token = tokenIn(mail);
    const greeting = await ask(front, 'lookup-invitation', { token });
    expect(greeting.body).toMatchObject({
      state: 'pending',
      accountExists: false,
      email,
      organization: { name: 'Northwind' },
    });

    const accepted = await ask(front, 'accept-invitation', onboarding(token));
    expect(accepted.status).toBe(200);
    const them = sessionIn(accepted);
    const me = await ask(front, 'get-me', {}, them);
    expect(me.body).toMatchObject({
      person: { email, firstName: 'Ada' },
      organizations: [{ id: home.org, role: 'user' }],
    });
    const now = (await read(user.id)).body;
    expect(now).toMatchObject({
      status: 'active',
      firstName: 'Ada',
      invitation: { state: 'accepted', delivery: 'delivered' },
    });
    expect(now.lastActiveAt).toBeDefined();

    const off = await ask(front, 'deactivate-user', { org: home.org, user: user.id }, home.owner);
    expect(off.body.status).toBe('inactive');
    expect((await refused(front, 'get-me', {}, them)).body.type).toBe('/problems/session-ended');
    expect((await refused(front, 'get-user', { org: home.org, user: user.id }, them)).status).toBe(401);
    expect((await refused(front, 'refresh-session', {}, them)).body.type).toBe('/problems/session-ended');

    expect(
      (await ask(front, 'reactivate-user', { org: home.org, user: user.id }, home.owner)).body.status,
    ).toBe('active');
    // Their old session stays over; signing in again works.
    expect((await refused(front, 'get-me', {}, them)).status).toBe(401);
  });

  test('is expired from the very moment on, frees its seat by the schedule, and is revived by resending', async () => {
    const { email, user } = await invite({ expiresInMinutes: 5 });
    const old = await newestToken(email);
    const seats = async () =>
      (await ask(front, 'get-organization', { org: home.org }, home.owner)).body.seats.used;
    const before = await seats();
    await front.advance(5 * 60);
    expect((await read(user.id)).body.invitation?.state).toBe('expired');
    expect((await refused(front, 'accept-invitation', onboarding(old))).body.type).toBe(
      '/problems/invitation-expired',
    );

    await Promise.all([front.runSchedule('expire-invitations'), front.runSchedule('expire-invitations')]);
    await front.runSchedule('expire-invitations');
    expect(await seats()).toBe(before - 1);
    const trail = await front.trail(home.org);
    expect(
      trail.filter(event => event.action === 'invitation.expired' && event.target.id === user.id),
    ).toHaveLength(1);

    const again = await ask(front, 'send-invitation', { org: home.org, user: user.id }, home.owner);
    expect(again.body.invitation).toMatchObject({ id: user.invitation?.id, state: 'pending' });
    expect(await seats()).toBe(before);
    const fresh = await newestToken(email);
    expect(fresh).not.toBe(old);
    expect((await ask(front, 'lookup-invitation', { token: old })).body.state).toBe('replaced');
    expect((await refused(front, 'accept-invitation', onboarding(old))).body.type).toBe(
      '/problems/link-replaced',
    );
    expect((await ask(front, 'accept-invitation', onboarding(fresh))).status).toBe(200);
    expect((await refused(front, 'accept-invitation', onboarding(fresh))).body.type).toBe(
      '/problems/invitation-accepted',
    );
  });

  test('lets the holder of a dead link ask for a living one, which goes to the invited address', async () => {
    const { email } = await invite({ expiresInMinutes: 5 });
    const old = await newestToken(email);
    await front.advance(6 * 60);
    expect((await ask(front, 'renew-invitation', { token: old })).status).toBe(202);
    // Asking again at once sends nothing more.
    expect((await ask(front, 'renew-invitation', { token: old })).status).toBe(202);
    await front.settle();
    expect(await front.mailsTo(email)).toHaveLength(2);
    await acceptNewest(front, email);
    expect((await refused(front, 'renew-invitation', { token: old })).body.type).toBe(
      '/problems/invitation-accepted',
    );
  });

  test('is created silently and sent later', async () => {
    const { email, user } = await invite({ sendInvitation: false });
    expect(user.invitation).toMatchObject({ state: 'not-sent' });
    await front.settle();
    expect(await front.mailsTo(email)).toHaveLength(0);
    const sent = await ask(front, 'send-invitation', { org: home.org, user: user.id }, home.owner);
    expect(sent.status).toBe(202);
    await acceptNewest(front, email);
  });

  test('bounces visibly, and its address can be corrected', async () => {
    const bad = `bounce+${Date.now()}@simulator.amazonses.com`;
    const { user } = await invite({ email: bad });
    await front.settle();
    expect((await read(user.id)).body.invitation).toMatchObject({
      delivery: 'bounced',
      deliveryDetail: expect.stringContaining('550'),
    });
    const email = freshEmail('corrected');
    const sent = await ask(front, 'send-invitation', { org: home.org, user: user.id, email }, home.owner);
    expect(sent.body).toMatchObject({ email, invitation: { delivery: 'queued' } });
    await acceptNewest(front, email);
    // The old address is free again.
    expect(
      (
        await ask(
          front,
          'invite-user',
          { org: home.org, firstName: 'B', lastName: 'B', email: bad, role: 'user', access: { mode: 'all' } },
          home.owner,
        )
      ).status,
    ).toBe(201);
  });

  test('can be extended, copied as a link beside the mailed one, and revoked', async () => {
    const { email, user } = await invite({ expiresInMinutes: 5 });
    const about = { org: home.org, user: user.id };
    const mailed = await newestToken(email);
    const extended = await ask(front, 'extend-invitation', { ...about, expiresInMinutes: 60 }, home.owner);
    expect(Date.parse(extended.body.invitation?.expiresAt ?? '')).toBeGreaterThan(
      Date.parse(user.invitation?.expiresAt ?? ''),
    );
    await front.advance(10 * 60);
    const copied = await ask(front, 'copy-invitation-link', about, home.owner);
    const token = copied.body.link.split('#')[1] ?? '';
    expect(token).not.toBe(mailed);
    for (const each of [mailed, token])
      expect((await ask(front, 'lookup-invitation', { token: each })).body.state).toBe('pending');
    const revoked = await ask(front, 'revoke-invitation', about, home.owner);
    expect(revoked.body.invitation?.state).toBe('revoked');
    for (const each of [mailed, token]) {
      expect((await refused(front, 'accept-invitation', onboarding(each))).body.type).toBe(
        '/problems/invitation-revoked',
      );
    }
    expect((await refused(front, 'revoke-invitation', about, home.owner)).body.type).toBe(
      '/problems/wrong-status',
    );
  });

  test('joins somebody who has an account already as the person they are', async () => {
    const other = await arrangeOrganization(front);
    const them = await arrangeUser(front, home);
    const invited = await ask(
      front,
      'invite-user',
      {
        org: other.org,
        firstName: 'Uma',
        lastName: 'Elsewhere',
        email: them.email.toUpperCase(),
        role: 'manager',
        access: { mode: 'all' },
      },
      other.owner,
    );
    expect(invited.body.id).toBe(them.id);
    const token = await newestToken(them.email);
    expect((await front.mailsTo(them.email)).at(-1)?.text).toContain(them.email);
    expect((await ask(front, 'lookup-invitation', { token })).body.accountExists).toBe(true);
    expect((await refused(front, 'accept-invitation', { token })).body.type).toBe('/problems/account-exists');
    expect((await refused(front, 'accept-invitation', { token }, home.owner)).body.type).toBe(
      '/problems/other-account',
    );
    const accepted = await ask(front, 'accept-invitation', { token }, them);
    expect(accepted.status).toBe(200);
    const me = await ask(front, 'get-me', {}, them);
    expect(me.body.organizations.map(each => [each.id, each.role])).toEqual(
      expect.arrayContaining([
        [home.org, 'user'],
        [other.org, 'manager'],
      ]),
    );
    // Suspended in one, active in the other.
    await ask(front, 'deactivate-user', { org: other.org, user: them.id }, other.owner);
    expect((await ask(front, 'get-user', { org: home.org, user: them.id }, them)).status).toBe(200);
    expect((await refused(front, 'get-organization', { org: other.org }, them)).status).toBe(404);
  });

  test('is not opened by the link of an earlier one, for somebody who was removed in between', async () => {
    const other = await arrangeOrganization(front);
    const { email } = await arrangeUser(front, other);
    const person = { firstName: 'E', lastName: 'Else', email, role: 'user', access: { mode: 'all' } };
    const first = await ask(front, 'invite-user', { org: home.org, ...person }, home.owner);
    const old = await newestToken(email);
    const headers = { 'if-match': '"1"' };
    await ask(front, 'delete-user', { org: home.org, user: first.body.id }, home.owner, { headers });
    expect(outcomeOf(await refused(front, 'accept-invitation', onboarding(old)))).toBe('link-unknown');
    await ask(front, 'invite-user', { org: home.org, ...person }, home.owner);
    const fresh = await newestToken(email);
    expect(outcomeOf(await refused(front, 'accept-invitation', onboarding(old)))).toBe('link-replaced');
    expect((await ask(front, 'accept-invitation', onboarding(fresh))).status).toBe(200);
  });

  test('repeated under one Idempotency-Key is one invitation with one answer', async () => {
    const email = freshEmail('twice');
    const input = {
      org: home.org,
      firstName: 'T',
      lastName: 'Wice',
      email,
      role: 'user',
      access: { mode: 'all' },
    };
    const key = { headers: { 'idempotency-key': `key-${email}` } };
    const first = await ask(front, 'invite-user', input, home.owner, key);
    const second = await ask(front, 'invite-user', input, home.owner, key);
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(
      (await refused(front, 'invite-user', { ...input, lastName: 'Other' }, home.owner, key)).body.type,
    ).toBe('/problems/idempotency-key-reused');
    expect((await refused(front, 'invite-user', input, home.owner)).body.type).toBe(
      '/problems/already-member',
    );
  });
});

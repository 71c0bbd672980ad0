/** Whoever tries many accounts from one address is stopped there; nobody else is. */
import { expect, test } from 'vitest';
import { arrangeOrganization, freshEmail, password } from '../harness/arrange.ts';
import { fakeFront } from '../harness/fake-front.ts';
import { outcomeOf, refused } from '../harness/front.ts';

const front = fakeFront();
const home = await arrangeOrganization(front);

/** As CloudFront and the gateway hand it on; what a browser sends itself stands before. */
const from = (address: string) => ({ headers: { 'x-forwarded-for': `${address}, 198.51.100.1` } });

const guess = (address: string) =>
  refused(
    front,
    'sign-in',
    { email: freshEmail('guess'), password: 'guessed once more' },
    undefined,
    from(address),
  );
const signInFrom = (address: string) =>
  refused(front, 'sign-in', { email: home.owner.email, password }, undefined, from(address));

test.each([
  ['an address', ['203.0.113.50'], '203.0.113.50', '203.0.113.51'],
  [
    'a network of version 6',
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:0DB8:0001:0002::a'],
    '2001:db8:1:2::beef',
    '2001:db8:1:3::1',
  ],
])(
  '%s has 300 wrong attempts in a quarter of an hour, on whatever accounts',
  async (_, addresses, blocked, free) => {
    for (let i = 0; i < 300; i++) {
      const answer = await guess(addresses[i % addresses.length] ?? '');
      expect(outcomeOf(answer), `attempt ${i}`).toBe('wrong-credentials');
    }
    const answer = await signInFrom(blocked);
    expect([answer.status, outcomeOf(answer)]).toEqual([429, 'too-many-attempts']);
    expect((await signInFrom(free)).status).toBe(200);
    await front.advance(Number(answer.headers['retry-after']));
    expect((await signInFrom(blocked)).status).toBe(200);
  },
);

test('whoever makes up where they come from is stopped all the same', async () => {
  for (let i = 0; i < 300; i++) await guess(`192.0.2.${i % 200}, 203.0.113.60`);
  expect(outcomeOf(await signInFrom('192.0.2.250, 203.0.113.60'))).toBe('too-many-attempts');
});

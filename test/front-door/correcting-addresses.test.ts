/** The address of somebody who has never accepted can be corrected, and nobody else's is touched by it. */
import { beforeAll, expect, test } from 'vitest';
import {
  type Arranged,
  acceptNewest,
  arrangeOrganization,
  arrangeUser,
  freshEmail,
} from '../harness/arrange.ts';
import { atOnce, races, tally } from '../harness/at-once.ts';
import { ask, type Front, outcomeOf, refused } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front, { seats: 500 });
});

async function invite({ org, owner }: Arranged, email: string): Promise<string> {
  const person = { firstName: 'C', lastName: 'Corrected', email, role: 'user' };
  return (await ask(front, 'invite-user', { org, ...person }, owner)).body.id;
}

const correct = (user: string, email: string) =>
  refused(front, 'send-invitation', { org: home.org, user, email }, home.owner);

test('the old address is free again, and the new one is told once', async () => {
  const [wrong, right] = [freshEmail('wrong'), freshEmail('right')];
  const user = await invite(home, wrong);
  expect((await correct(user, ` ${right.toUpperCase()} `)).status).toBe(202);
  await front.settle();
  expect(await front.mailsTo(right)).toHaveLength(1);
  expect(await invite(home, wrong)).not.toBe(user);
  await acceptNewest(front, right);
  expect((await refused(front, 'sign-in', { email: right, password: 'x' })).status).toBe(401);
});

test('the address that is there already is only sent to again', async () => {
  const email = freshEmail('same');
  const user = await invite(home, email);
  await front.settle();
  expect((await correct(user, email)).status).toBe(202);
  await front.settle();
  expect(await front.mailsTo(email)).toHaveLength(2);
});

test('an address that somebody has is refused', async () => {
  const taken = await arrangeUser(front, home);
  const user = await invite(home, freshEmail());
  expect(outcomeOf(await correct(user, taken.email))).toBe('already-member');
});

test('whoever is known elsewhere keeps the address they have there', async () => {
  const other = await arrangeOrganization(front);
  const invitedTwice = freshEmail('twice');
  await invite(other, invitedTwice);
  const member = await arrangeUser(front, other);
  for (const email of [invitedTwice, member.email]) {
    const user = await invite(home, email);
    expect(outcomeOf(await correct(user, freshEmail()))).toBe('already-member');
    const { body } = await ask(front, 'get-user', { org: home.org, user }, home.owner);
    expect(body.email).toBe(email);
  }
});

test.each(races(20))('of two who are corrected to one address at once, one gets it (%i)', async () => {
  const users = [await invite(home, freshEmail()), await invite(home, freshEmail())];
  const email = freshEmail('wanted');
  const answers = await atOnce(2, i => correct(users[i] ?? '', email));
  expect(tally(answers)).toEqual({ 202: 1, 'already-member': 1 });
  await acceptNewest(front, email);
});

import { expect, inject, test } from 'vitest';
import { acceptNewest, arrangeOrganization, freshEmail, onboarding, password } from '../harness/arrange.ts';
import { ask, refused, tokenIn } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

test('no Lambda prints a password, a token, an address or a mail on the whole way of an invitation', async () => {
  const front = await openFront({ finding: true });
  const home = await arrangeOrganization(front);
  const email = freshEmail('quiet');
  const note = 'Between the two of us: the spare key is under the blue pot.';
  const input = {
    org: home.org,
    firstName: 'Quentin',
    lastName: 'Quiet',
    email,
    role: 'user',
    access: { mode: 'all' },
    note,
  };
  await ask(front, 'invite-user', input, home.owner);
  await front.settle();
  const token = tokenIn((await front.mailsTo(email)).at(-1));
  await refused(front, 'accept-invitation', onboarding(token, { password: 'short' }));
  const them = await acceptNewest(front, email);
  await refused(front, 'sign-in', { email, password: 'not the password at all' });
  await ask(front, 'forgot-password', { email });
  await front.settle();
  const reset = tokenIn((await front.mailsTo(email)).at(-1));
  await ask(front, 'reset-password', { token: reset, password: 'eleven blue kites over a field' });
  await front.settle();

  const lines = await logLines();
  expect(lines.length).toBeGreaterThanOrEqual(8);
  const secrets = [
    ...[
      password,
      'not the password at all',
      'eleven blue kites over a field',
      token,
      reset,
      email,
      note,
      'Quentin',
    ],
    ...[home.owner.accessToken, them.accessToken, them.cookie.split('=')[1] ?? them.cookie, home.owner.email],
  ];
  for (const secret of secrets) expect(lines.filter(line => line.includes(secret))).toEqual([]);
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
});

async function logLines(): Promise<string[]> {
  const logs = (await (await fetch(`${inject('cloud')?.control}/logs`)).json()) as { line: string }[];
  return logs.map(({ line }) => line);
}

import { expect, inject, test } from 'vitest';
import { arrangeOrganization, freshEmail } from '../harness/arrange.ts';
import { ask } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

test('stream records that come three times make one mail and one state', async () => {
  const front = await openFront({ finding: true });
  const home = await arrangeOrganization(front);
  const email = freshEmail('thrice');
  const invited = await ask(
    front,
    'invite-user',
    { org: home.org, firstName: 'T', lastName: 'T', email, role: 'user', access: { mode: 'all' } },
    home.owner,
  );
  await front.settle();
  for (let again = 0; again < 2; again++) {
    await fetch(`${inject('cloud')?.control}/redeliver-streams`);
    await front.settle();
  }
  expect(await front.mailsTo(email)).toHaveLength(1);
  const now = await ask(front, 'get-user', { org: home.org, user: invited.body.id }, home.owner);
  expect(now.body.invitation).toMatchObject({ state: 'pending', delivery: 'delivered' });
});

import { expect, test } from 'vitest';
import { arrangeOrganization } from '../harness/arrange.ts';
import { ask } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

test('the list of sessions says where CloudFront has seen somebody, whatever they say themselves', async () => {
  const front = await openFront({ finding: true });
  const { owner } = await arrangeOrganization(front);
  const { body } = await ask(front, 'list-my-sessions', {}, owner);
  expect(body.items).toMatchObject([{ place: 'This machine', ip: expect.any(String) }]);
});

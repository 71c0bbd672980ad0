import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Arranged, arrangeOrganization } from '../harness/arrange.ts';
import { cloudFront } from '../harness/cloud-front.ts';
import { ask, type Front, refused } from '../harness/front.ts';
import { type RunningCloud, startCloud } from '../harness/start-cloud.ts';

let cloud: RunningCloud;
let front: Front;
let home: Arranged;

beforeAll(async () => {
  cloud = await startCloud('--without=dynamodb:Query', '--empty');
  front = await cloudFront(cloud.address);
  home = await arrangeOrganization(front);
});

afterAll(() => cloud.stop());

test('a permission that the template lacks is lacking here: the route that needs it fails, and no other', async () => {
  const { org, owner } = home;
  const list = await refused(front, 'list-users', { org }, owner);
  expect([list.status, list.body.type]).toEqual([500, '/problems/unexpected']);
  expect((await ask(front, 'count-users', { org }, owner)).status).toBe(200);
  expect((await ask(front, 'get-organization', { org }, owner)).status).toBe(200);

  const lines = (await (await fetch(`${cloud.address.control}/logs`)).json()) as { line: string }[];
  expect(lines.some(({ line }) => line.includes('AccessDeniedException'))).toBe(true);
});

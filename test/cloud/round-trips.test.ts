/** Reads are one trip to the database, however much they need; and nothing ever reads a whole table. */
import { beforeAll, expect, inject, test } from 'vitest';
import { type RouteKey, routeKeys, routeOf } from '../../shared/contract/routes.ts';
import { sequentialTrips } from '../bench/calls.ts';
import { openCloudStage, takeCalls, watching } from '../bench/cloud-stage.ts';
import { requestTo, requireSuccess, type Stage } from '../bench/requests.ts';
import { apiLambdas, type CloudCall } from '../harness/cloud-calls.ts';
import type { CloudAddress } from '../harness/here.ts';

/** Routes that only read, and why they do not take exactly one trip. */
const exceptions: Partial<Record<RouteKey, { trips: number; why: string }>> = {
  'get-health': { trips: 0, why: 'nothing is read' },
  'get-openapi': { trips: 0, why: 'nothing is read' },
  'get-me': { trips: 2, why: 'which organizations to read stands in the person' },
  'list-organizations': { trips: 2, why: 'what each counts is looked up by its id' },
  'list-all-users': { trips: 2, why: 'first the organization, then its users' },
  'lookup-invitation': { trips: 3, why: 'the link names the user, whose invitation names the inviter' },
  'list-applications': { trips: 2, why: 'which applications there are stands in the head of the catalogue' },
  'get-catalogue': { trips: 2, why: 'which applications there are stands in the head of the catalogue' },
  'list-job-items': { trips: 2, why: 'which users they are stands in the job' },
  'get-overview': { trips: 2, why: 'which users were there last stands in rows beside them' },
  'get-user-permissions': { trips: 2, why: 'whose groups they are stands in the user' },
};

const readingPosts: readonly RouteKey[] = ['lookup-invitation', 'authorize-user'];
const reads = routeKeys.filter(key => routeOf(key).method === 'GET' || readingPosts.includes(key));

let cloud: CloudAddress;
let stage: Stage;
const everyCall: CloudCall[] = [];

beforeAll(async () => {
  const address = inject('cloud');
  if (!address) throw new Error('These tests are about the local cloud');
  cloud = address;
  stage = await openCloudStage(cloud);
});

test.each(reads)('%s takes as few trips as it can', async key => {
  const request = await requestTo(key, stage);
  await stage.front.send(request); // which may note that somebody is active
  await newCalls();
  requireSuccess(key, await watching(cloud, () => stage.front.send(request)));
  const calls = (await newCalls()).filter(({ lambda }) => apiLambdas.has(lambda));
  for (const { operation } of calls) expect(operation).toMatch(/^(GetItem|BatchGetItem|Query)$/);
  expect(sequentialTrips(calls)).toBe(exceptions[key]?.trips ?? 1);
});

test('no route, and nothing that follows from one, scans a table', async () => {
  const { front } = stage;
  for (const key of routeKeys) requireSuccess(key, await front.send(await requestTo(key, stage)));
  await front.runSchedule('expire-invitations');
  await front.settle();
  await newCalls();
  const seen = new Set(everyCall.map(({ lambda }) => lambda));
  for (const lambda of ['core', 'account', 'publish', 'send-invitation-email', 'expire-invitations'])
    expect(seen).toContain(lambda);
  expect(everyCall.filter(({ operation }) => operation === 'Scan')).toEqual([]);
});

async function newCalls(): Promise<CloudCall[]> {
  const calls = await takeCalls(cloud);
  everyCall.push(...calls);
  return calls;
}

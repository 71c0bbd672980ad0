import type { CloudFrontHeaders, CloudFrontResponseEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { handler } from '../../../functions/edge/speak-problems.ts';
import { ProblemDocument } from '../../../shared/contract/problems.ts';

const request = { clientIp: '192.0.2.1', method: 'GET', uri: '/v1/me', querystring: '', headers: {} };
const config = {
  distributionDomainName: 'd1.cloudfront.net',
  distributionId: 'D1',
  eventType: 'origin-response',
  requestId: 'r1',
} as const;

function answered(status: number, headers: Record<string, string>): CloudFrontResponseEvent {
  const listed: CloudFrontHeaders = Object.fromEntries(
    Object.entries(headers).map(([key, value]) => [key.toLowerCase(), [{ key, value }]]),
  );
  const response = { status: String(status), statusDescription: 'As it was', headers: listed };
  return { Records: [{ cf: { config, request, response } }] };
}

const asGatewaySays = {
  'Content-Type': 'application/json',
  'Content-Length': '26',
  'apigw-requestid': 'QxT4=',
};

test.each([
  [401, 'not-signed-in'],
  [403, 'not-allowed'],
  [404, 'not-found'],
  [413, 'too-large'],
  [429, 'too-many-requests'],
  [500, 'unexpected'],
  [503, 'unavailable'],
  [504, 'unavailable'],
  [405, 'malformed-request'],
])('the gateway’s own %i becomes the problem %s', async (status, kind) => {
  const answer = await handler(answered(status, asGatewaySays));
  const problem = ProblemDocument.parse(JSON.parse(answer.body ?? ''));
  expect(problem).toMatchObject({ type: `/problems/${kind}`, status, requestId: 'QxT4=' });
  expect(answer).toMatchObject({ status: String(status), statusDescription: 'As it was' });
  expect(answer.headers['content-type']).toEqual([
    { key: 'Content-Type', value: 'application/problem+json' },
  ]);
  expect(answer.headers['content-length']).toBeUndefined();
});

test('who was refused keeps the challenge that says how to come back', async () => {
  const answer = await handler(answered(401, { ...asGatewaySays, 'WWW-Authenticate': 'Bearer' }));
  expect(answer.headers['www-authenticate']).toEqual([{ key: 'WWW-Authenticate', value: 'Bearer' }]);
});

test.each([
  ['a success', answered(200, { 'Content-Type': 'application/json' })],
  ['a problem of ours', answered(409, { 'Content-Type': 'application/problem+json', 'X-Request-Id': 'r2' })],
  ['a refusal in OAuth’s words', answered(401, { ...asGatewaySays, 'X-Request-Id': 'r3' })],
])('%s passes untouched', async (_, event) => {
  expect(await handler(event)).toBe(event.Records[0]?.cf.response);
});

test('an answer that says nothing of itself is spoken for too', async () => {
  const answer = await handler(answered(502, {}));
  expect(JSON.parse(answer.body ?? '')).toMatchObject({ type: '/problems/unavailable', requestId: '' });
});

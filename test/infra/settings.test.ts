import { expect, test } from 'vitest';
import { parseSettings } from '../../infra/settings.ts';
import { asDelivered, withEverything } from './synthesised.ts';

test('all that may be chosen can be chosen', () => {
  expect(parseSettings(withEverything)).toEqual(withEverything);
});

test.each([
  [{ region: 'Frankfurt' }, 'tenantry.region: is not an AWS region'],
  [{ mailFrom: 'example.com' }, 'tenantry.mailFrom: is not an email address'],
  [{ mailDomain: 'example.org' }, 'tenantry.mailFrom: is not an address in mailDomain'],
  [{ consoleDomain: 'people.example.com' }, 'tenantry.consoleDomain: goes together with certificateArn'],
  [{ logRetentionDays: 4 }, 'tenantry.logRetentionDays: is none of 1, 3, 5, 7,'],
  [{ mailsPerSecond: 0 }, 'tenantry.mailsPerSecond: Too small'],
  [{ operatorName: '' }, 'tenantry.operatorName: Too small'],
  [{ mailfrom: 'a@example.com' }, 'tenantry: Unrecognized key: "mailfrom"'],
])('%o is refused with a reason', (wrong, reason) => {
  expect(() => parseSettings({ ...asDelivered, ...wrong })).toThrow(reason);
});

test('settings that are not there at all are refused with a reason', () => {
  expect(() => parseSettings(undefined)).toThrow('tenantry: Invalid input: expected object');
});

/** What is left of what somebody was invited to. */
import { expect, test } from 'vitest';
import type { Holdings, Rights } from '../../shared/domain/holdings.ts';
import { reduced } from '../../shared/domain/reduce.ts';
import { vouchedFor } from '../../shared/domain/vouchers.ts';
import { actor, orgId, personId } from './build.ts';
import { direct, group, groupId, holding, keys, policy, projectId, rights, roleId } from './build-access.ts';

const granted = {
  policy: policy({ 1: keys('read'), 2: keys('write') }, { 1: [1], 2: [2] }),
  groups: [group(1), group(2), group(3, { contents: 2 })],
};
const gift = rights({
  ...{ access: direct('read', 'write'), customRoles: [roleId(1), roleId(2)] },
  ...{ groups: [groupId(1), groupId(2), groupId(3)], projects: [projectId(1)] },
});
const voucher = (role: Rights['role'], holdings: Holdings) => ({ role, holdings });

test.each<[what: string, vouchers: Parameters<typeof reduced>[1], left: Partial<Rights>]>([
  ['the system has invited', undefined, gift],
  ['somebody holds everything', [voucher('admin', 'everything')], gift],
  [
    'somebody holds some of it',
    [voucher('manager', holding(['read']))],
    { access: direct('read'), customRoles: [roleId(1)], groups: [groupId(1)] },
  ],
  [
    'two hold all of it together',
    [voucher('manager', holding(['read'], [3])), voucher('manager', holding(['write']))],
    gift,
  ],
  ['nobody is there any more', [], { access: direct(), customRoles: [], groups: [] }],
  [
    'whoever is there may invite nobody any more',
    [voucher('user', 'everything')],
    { access: direct(), customRoles: [], groups: [] },
  ],
])('where %s', (_, vouchers, left) => {
  const result = reduced(gift, vouchers, granted);
  expect(result.rights).toEqual({ ...gift, ...left });
  const fields = (['access', 'customRoles', 'groups'] as const).filter(
    field => JSON.stringify(result.rights[field]) !== JSON.stringify(gift[field]),
  );
  expect(result.left.map(({ field }) => field)).toEqual(fields);
});

test('of access to all, what is still held is left', () => {
  const all = rights({ access: { mode: 'all' } });
  const { rights: left } = reduced(all, [voucher('manager', holding(['read', 'call']))], granted);
  expect(left.access).toEqual(direct('read', 'call'));
});

test.each<[role: Rights['role'], by: Rights['role'][], left: Rights['role']]>([
  ['owner', ['owner'], 'owner'],
  ['owner', ['admin'], 'user'],
  ['admin', ['admin'], 'admin'],
  ['admin', ['manager'], 'user'],
  ['admin', ['manager', 'owner'], 'admin'],
  ['manager', ['manager'], 'manager'],
  ['manager', ['user'], 'user'],
  ['manager', [], 'user'],
  ['user', ['user'], 'user'],
])('a role that none of them may give becomes user: %s by %o is %s', (role, by, left) => {
  const vouchers = by.map(each => voucher(each, 'everything'));
  const result = reduced(rights({ role }), vouchers, granted);
  expect(result.rights.role).toBe(left);
  if (role !== left) expect(result.left).toContainEqual({ field: 'role', before: role, after: left });
});

test('who lost the standing to give a role does not stand for what it was to hold', () => {
  const admin = rights({ role: 'admin', access: { mode: 'all' } });
  const left = reduced(admin, [voucher('manager', holding(['read']))], granted).rights;
  expect(left).toEqual(rights({ access: direct('read') }));
});

test('the five latest stand for an invitation, each once and where they acted last', () => {
  const others = [1, 2, 3, 4, 5].map(number => ({ organization: orgId(2), person: personId(number) }));
  const mine = { organization: orgId(1), person: personId(9) };
  expect(vouchedFor(others, actor('manager'))).toEqual([...others.slice(1), mine]);
  const again = [{ organization: orgId(7), person: personId(9) }, ...others.slice(0, 2)];
  expect(vouchedFor(again, actor('manager'))).toEqual([...others.slice(0, 2), mine]);
  expect(vouchedFor(others, { kind: 'system', name: 'renewal' })).toEqual(others);
});

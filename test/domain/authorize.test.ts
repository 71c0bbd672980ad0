/** What somebody is told that they may do, and what they are let do, are the same, whatever there is. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PermissionKey } from '../../shared/contract/catalogue.ts';
import type { GroupId, RoleId } from '../../shared/contract/ids.ts';
import { Role } from '../../shared/contract/roles.ts';
import { type Facts, verdictOn } from '../../shared/domain/authorize.ts';
import { effectivePermissions } from '../../shared/domain/effective.ts';
import { holdingsOf } from '../../shared/domain/holdings.ts';
import type { AccessPolicy, Application } from '../../shared/domain/model-access.ts';
import { now, organization, orgId, user } from './build.ts';

const keys = ['crm.read', 'crm.write', 'crm.export', 'billing.read'] as PermissionKey[];
const roleIds = ['a', 'b', 'c'].map(end => `rol_${end.repeat(26)}` as RoleId);
const groupIds = ['a', 'b', 'c'].map(end => `grp_${end.repeat(26)}` as GroupId);

const application = (key: string, retired: boolean): Application => ({
  ...{ type: 'application', version: 1, key, name: key },
  permissions: keys
    .filter(each => each.startsWith(`${key}.`))
    .map(each => ({
      ...{ key: each, name: each, explanation: each },
      ...(retired && { retiredAt: now }),
    })),
});

const customRole = fc
  .subarray(keys)
  .map(permissions => ({ version: 1, name: 'Some role', permissions, createdAt: now }));
/** Some custom roles and groups are gone; users may still name them. */
const policies = fc
  .record({
    customRoles: fc.dictionary(fc.constantFrom(...roleIds), customRole),
    groups: fc.dictionary(fc.constantFrom(...groupIds), fc.subarray(roleIds)),
  })
  .map(({ customRoles, groups }) => ({
    ...({ type: 'policy', version: 1, organization: orgId() } as const),
    ...({ customRoles, groups } as Pick<AccessPolicy, 'customRoles' | 'groups'>),
  }));
const access = fc.oneof(
  fc.constant({ mode: 'all' } as const),
  fc.subarray(keys).map(permissions => ({ mode: 'custom' as const, permissions })),
);
const users = fc
  .record({
    role: fc.constantFrom(...Role.options),
    access,
    customRoles: fc.subarray(roleIds),
    groups: fc.subarray(groupIds),
    status: fc.constantFrom('active' as const, 'inactive' as const),
    approved: fc.boolean(),
  })
  .map(facts => user(facts));
const everyFact = fc.record({
  user: users,
  policy: fc.option(policies, { nil: undefined }),
  suspendedAt: fc.option(fc.constant(now), { nil: undefined }),
  retired: fc.boolean(),
});

test('a permission works if and only if it is among what somebody is told, by the same sources', () => {
  fc.assert(
    fc.property(everyFact, ({ user: of, policy, suspendedAt, retired }) => {
      const facts: Facts = {
        ...{ organization: organization({ suspendedAt }), user: of, policy, contents: [], projects: [] },
        applications: [application('crm', retired), application('billing', false)],
      };
      const told = effectivePermissions({ ...facts, groups: [] });
      const holdings = holdingsOf(of, policy);
      for (const key of keys) {
        const item = told.items.find(each => each.key === key);
        const verdict = verdictOn({ permission: key }, facts);
        expect(verdict.allowed).toBe(told.works && item !== undefined);
        if (verdict.allowed) expect(verdict.sources).toEqual(item?.sources);
        expect(item !== undefined).toBe(holdings === 'everything' || holdings.permissions.has(key));
      }
    }),
    { numRuns: 500 },
  );
});

test('more access never makes less of a question', () => {
  fc.assert(
    fc.property(everyFact, fc.constantFrom(...keys), ({ user: of, policy }, permission) => {
      const applications = [application('crm', false), application('billing', false)];
      const facts: Facts = {
        organization: organization(),
        user: of,
        policy,
        applications,
        contents: [],
        projects: [],
      };
      const more: Facts = { ...facts, user: { ...of, access: { mode: 'all' } } };
      if (verdictOn({ permission }, facts).allowed)
        expect(verdictOn({ permission }, more).allowed).toBe(true);
    }),
  );
});

/** Custom roles, groups and projects for the law to judge, with what a test cares about spelled out. */
import type { PermissionKey } from '../../shared/contract/catalogue.ts';
import { GroupId, ProjectId, RoleId } from '../../shared/contract/ids.ts';
import type { Holdings, Rights } from '../../shared/domain/holdings.ts';
import type { AccessPolicy, Application, Group, Project } from '../../shared/domain/model-access.ts';
import { now, orgId } from './build.ts';

const numbered = (prefix: string, number: number) => `${prefix}_${String(number).padStart(26, '0')}`;
export const roleId = (number = 1) => RoleId.parse(numbered('rol', number));
export const groupId = (number = 1) => GroupId.parse(numbered('grp', number));
export const projectId = (number = 1) => ProjectId.parse(numbered('prj', number));

/** What can be done in an application of these tests: as many keys as there are words. */
export const keys = (...words: string[]) => words.map(word => `crm.${word}` as PermissionKey);

export const group = (number = 1, more: Partial<Group> = {}): Group => ({
  ...{ type: 'group', version: 1, organization: orgId(), id: groupId(number), name: `Group ${number}` },
  ...{ createdAt: now, members: 0, contents: 0 },
  ...more,
});

export const project = (number = 1): Project => ({
  ...{ type: 'project', version: 1, organization: orgId(), id: projectId(number), name: `Project ${number}` },
  ...{ createdAt: now, members: 0 },
});

/** What custom roles permit, and which of them groups carry; each by its number. */
export const policy = (
  roles: Record<number, PermissionKey[]>,
  groups: Record<number, number[]> = {},
): AccessPolicy => ({
  ...{ type: 'policy', version: 1, organization: orgId() },
  customRoles: Object.fromEntries(
    Object.entries(roles).map(([number, permissions]) => [
      roleId(Number(number)),
      { version: 1, name: `Role ${number}`, permissions, createdAt: now },
    ]),
  ),
  groups: Object.fromEntries(
    Object.entries(groups).map(([number, carried]) => [groupId(Number(number)), carried.map(roleId)]),
  ),
});

export const application = (words: string[], retired: string[] = []): Application => ({
  ...{ type: 'application', version: 1, key: 'crm', name: 'CRM' },
  permissions: [...words, ...retired].map(word => ({
    ...{ key: `crm.${word}` as PermissionKey, name: word, explanation: word },
    ...(retired.includes(word) && { retiredAt: now }),
  })),
});

/** Somebody with the role `user` who has nothing but what is named. */
export const rights = (more: Partial<Rights> = {}): Rights => ({
  role: 'user',
  access: { mode: 'custom', permissions: [] },
  customRoles: [],
  groups: [],
  projects: [],
  ...more,
});

export const direct = (...words: string[]): Rights['access'] => ({
  mode: 'custom',
  permissions: keys(...words),
});

export const holding = (words: string[], groups: number[] = []): Holdings => ({
  permissions: new Set(keys(...words)),
  groups: new Set(groups.map(groupId)),
});

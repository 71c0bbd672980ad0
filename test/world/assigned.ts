/** What is true of groups, projects and custom roles that are there, and of whoever has them, at whatever moment. */
import type { Entity, EntityOf, EntityType } from '../../shared/domain/model.ts';

/** Every breach, in words: both sides say the same, and what counts them counts right. */
export function assigningBreaches(stored: readonly Entity[]): string[] {
  const all = <T extends EntityType>(type: T) =>
    stored.filter((entity): entity is Entity & EntityOf<T> => entity.type === type);
  const users = all('user').filter(({ status }) => status !== 'archived');
  const [assignments, grants] = [all('assignment'), all('content-grant')];
  const there = [...all('group'), ...all('project')];
  const roles = all('policy').flatMap(({ organization, customRoles }) =>
    Object.keys(customRoles).map(id => ({ organization, id })),
  );
  const having = (id: string) =>
    users.filter(user => [...user.groups, ...user.projects, ...user.customRoles].some(each => each === id));
  const sides = [...there, ...roles].flatMap(({ organization, id }) => {
    const kept = assignments.filter(it => it.organization === organization && it.to === id);
    const [one, other] = [kept.map(({ user }) => user), having(id).map(user => user.id)].map(ids =>
      ids.sort(),
    );
    return String(one) === String(other) ? [] : [`${id} knows ${one}, and ${other} have it`];
  });
  const counts = [
    ...there.map(({ id, members }) => ({ id, members, has: having(id).length })),
    ...all('group').map(({ id, contents }) => ({
      ...{ id: `content of ${id}`, members: contents },
      has: grants.filter(({ group }) => group === id).length,
    })),
  ].filter(({ members, has }) => members !== has);
  return [
    ...sides,
    ...counts.map(({ id, members, has }) => `${id} counts ${members}, there are ${has}`),
    ...contentBreaches(all('content'), grants),
    ...carryingBreaches(all('policy'), all('group')),
    ...all('user')
      .filter(({ role, projects }) => role !== 'user' && projects.length > 0)
      .map(({ id }) => `${id} has projects without the role user`),
  ];
}

/** What is gone carries nothing, and whoever has content is known to carry something. */
function carryingBreaches(policies: EntityOf<'policy'>[], groups: EntityOf<'group'>[]): string[] {
  const carrying = policies.flatMap(policy => Object.keys(policy.groups));
  const isThere = new Set<string>(groups.map(({ id }) => id));
  return [
    ...carrying.filter(id => !isThere.has(id)).map(id => `${id} carries something, and is gone`),
    ...groups
      .filter(({ id, contents }) => contents > 0 && !carrying.includes(id))
      .map(({ id }) => `${id} has content, and carries nothing`),
  ];
}

/** Content and the groups that it is granted to know one another. */
function contentBreaches(entries: EntityOf<'content'>[], grants: EntityOf<'content-grant'>[]): string[] {
  const name = (group: string, of: { organization: string; contentType: string; contentId: string }) =>
    `${group} has ${of.organization}/${of.contentType}/${of.contentId}`;
  const one = entries.flatMap(entry => entry.groups.map(group => name(group, entry))).sort();
  const other = grants.map(grant => name(grant.group, grant)).sort();
  return String(one) === String(other) ? [] : [`content is granted as ${one}, and listed as ${other}`];
}

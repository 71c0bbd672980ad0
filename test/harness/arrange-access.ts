/** What there is to be given in an organization, and people who hold some of it. */
import type { Access } from '../../shared/contract/access.ts';
import type { UserView } from '../../shared/contract/users.ts';
import { type Arranged, arrangeUser } from './arrange.ts';
import { arrangeCatalogue, arrangeRole } from './arrange-catalogue.ts';
import { arrangeGroup, arrangeProject } from './arrange-groups.ts';
import { ask, type Front, refused, type Session } from './front.ts';

/** Of the help desk: what a limited manager holds here, what they do not, and what nobody is given any more. */
export const [held, alsoHeld, beyond, retired] = [
  'desk.tickets.read',
  'desk.tickets.write',
  'desk.macros.edit',
  'desk.phone.call',
];

export const custom = (...permissions: string[]) => ({ mode: 'custom', permissions }) as unknown as Access;

/** Somebody who reads and answers tickets, and manages people. */
export async function arrangeManager(front: Front, home: Arranged, more = {}) {
  await arrangeCatalogue(front);
  return arrangeUser(front, home, 'manager', { access: custom(held, alsoHeld), ...more });
}

/** One of each, within what a limited manager holds. */
export async function arrangeWithin(front: Front, home: Arranged) {
  const role = await arrangeRole(front, home, { permissions: [held] });
  const group = await arrangeGroup(front, home, { customRoles: [role.id] });
  return { role, group, project: await arrangeProject(front, home) };
}

/** Custom role and groups that give more than that. */
export async function arrangeBeyond(front: Front, home: Arranged) {
  const { org, owner } = home;
  const role = await arrangeRole(front, home, { permissions: [held, beyond] });
  const group = await arrangeGroup(front, home, { customRoles: [role.id] });
  const library = await arrangeGroup(front, home);
  const folder = { org, group: library.id, type: 'folder', id: `f-${library.id}`, name: 'Reports' };
  await ask(front, 'grant-content', folder, owner);
  return { role, group, library };
}

/** Edits a user under the version that is there. */
export async function editUser(
  front: Front,
  { org, owner }: Arranged,
  user: string,
  wish: object,
  as: Partial<Session> = owner,
) {
  const { headers } = await ask(front, 'get-user', { org, user }, owner);
  const ifMatch = { headers: { 'if-match': headers.etag ?? '' } };
  return refused(front, 'edit-user', { org, user, ...wish }, as, ifMatch);
}

/** What of a user's rights is shown, in a form that can be compared. */
export const rightsIn = ({ role, access, customRoles, groups, projects }: UserView) => ({
  role,
  access: access.mode === 'all' ? 'all' : [...access.permissions],
  customRoles: customRoles.map(({ id }) => id),
  groups: groups.map(({ id }) => id),
  projects: projects.map(({ id }) => id),
});

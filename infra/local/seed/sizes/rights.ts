/** What people of a crowd have: most have little, the first of what there is has many. */
import type { Role } from '../../../../shared/contract/roles.ts';
import type { User } from '../../../../shared/domain/model.ts';
import type { Chance } from './chance.ts';
import type { Crowd } from './crowd.ts';

type Rights = Pick<User, 'access' | 'customRoles' | 'groups' | 'projects'>;

/** How many are on the board, however large the crowd. */
export const boardSize = 60;

export function rightsOf(
  chance: Chance,
  { groups, projects, customRoles, board }: Crowd,
  role: Role,
  number: number,
): Rights {
  const someOf = <T>(all: readonly T[], first: number) =>
    all.filter((_, i) => chance.often(first / (i + 1) ** 1.2));
  const given = someOf(customRoles, 0.2);
  const everything = chance.often(0.35);
  const isAdmin = role === 'admin';
  // Whoever is not given access to everything has a custom role.
  const roles = given.length > 0 || everything || isAdmin ? given : customRoles.slice(0, 1);
  return {
    access:
      (everything || roles.length === 0) && !isAdmin ? { mode: 'all' } : { mode: 'custom', permissions: [] },
    customRoles: roles,
    groups: [...someOf(groups, 0.3), ...(number < boardSize ? [board] : [])],
    projects: role === 'user' ? someOf(projects, 0.15) : [],
  };
}

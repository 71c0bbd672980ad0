import { refuse } from '../../../shared/domain/decision.ts';
import { decideEdit, type EditWish } from '../../../shared/domain/edit.ts';
import type { Rights } from '../../../shared/domain/holdings.ts';
import type { User, UsernameReservation } from '../../../shared/domain/model.ts';
import { ref } from '../../../shared/domain/refs.ts';
import type { Ports, UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';
import { holdingsOfActor, loadKnown } from '../../steps/load-rights.ts';

export const editUser: UseCase<'edit-user'> = (ask, ports) => {
  const { org: _org, user: _user, ...wish } = ask.input;
  return changeUser(
    ask,
    ports,
    async it => {
      if (it.user.version !== ask.expectedVersion) return refuse('stale-version');
      const { directory } = ports;
      const [username, holdings, about] = await Promise.all([
        wish.username === undefined ? undefined : usernameOf(it.user, ports),
        holdingsOfActor(it.actor, directory),
        loadKnown(it.organization.id, [it.user, wished(it.user, wish)], directory),
      ]);
      return decideEdit(it, wish, { username, about, holdings });
    },
    ['last-owner', 'username-taken'],
  );
};

/** The rights that a user is to have, as far as an edit says so. */
function wished(user: User, { access, customRoles, groups, projects }: EditWish): Rights {
  return {
    role: user.role,
    access: access ?? user.access,
    customRoles: customRoles ?? [],
    groups: groups ?? [],
    projects: projects ?? [],
  };
}

async function usernameOf(
  { organization, username }: User,
  { directory }: Ports<'edit-user'>,
): Promise<UsernameReservation | undefined> {
  if (!username) return undefined;
  const [reserved] = await directory.get(ref.username(organization, username));
  return reserved;
}

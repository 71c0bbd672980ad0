import { refuse } from '../../../shared/domain/decision.ts';
import { decideEdit } from '../../../shared/domain/edit.ts';
import type { User, UsernameReservation } from '../../../shared/domain/model.ts';
import { ref } from '../../../shared/domain/refs.ts';
import type { Ports, UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';

export const editUser: UseCase<'edit-user'> = (ask, ports) => {
  const { org: _org, user: _user, ...wish } = ask.input;
  return changeUser(
    ask,
    ports,
    async it => {
      if (it.user.version !== ask.expectedVersion) return refuse('stale-version');
      const reserved = wish.username === undefined ? undefined : await usernameOf(it.user, ports);
      return decideEdit(it, wish, reserved);
    },
    ['last-owner', 'username-taken'],
  );
};

async function usernameOf(
  { organization, username }: User,
  { directory }: Ports<'edit-user'>,
): Promise<UsernameReservation | undefined> {
  if (!username) return undefined;
  const [reserved] = await directory.get(ref.username(organization, username));
  return reserved;
}

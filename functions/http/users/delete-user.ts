import { refuse } from '../../../shared/domain/decision.ts';
import { decideDelete } from '../../../shared/domain/life.ts';
import type { User } from '../../../shared/domain/model.ts';
import { ref } from '../../../shared/domain/refs.ts';
import type { Ports, UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';

export const deleteUser: UseCase<'delete-user'> = (ask, ports) =>
  changeUser(
    ask,
    ports,
    async it => {
      if (it.user.version !== ask.expectedVersion) return refuse('stale-version');
      return decideDelete(it, await reservationsOf(it.user, ports));
    },
    ['last-owner'],
  );

async function reservationsOf(user: User, { directory }: Ports<'delete-user'>) {
  const [email] = await directory.get(ref.email(user.email));
  const [username] = user.username ? await directory.get(ref.username(user.organization, user.username)) : [];
  return { email, username };
}

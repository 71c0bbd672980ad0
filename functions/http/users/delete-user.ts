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
  const { organization, email, username } = user;
  if (!username) return { email: (await directory.get(ref.email(email)))[0] };
  const [ofEmail, ofUsername] = await directory.get(ref.email(email), ref.username(organization, username));
  return { email: ofEmail, username: ofUsername };
}

import { refuse } from '../../../shared/domain/decision.ts';
import { decideDelete } from '../../../shared/domain/life.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';
import { loadTies } from '../../steps/load-around.ts';

export const deleteUser: UseCase<'delete-user'> = (ask, ports) =>
  changeUser(
    ask,
    ports,
    async it => {
      if (it.user.version !== ask.expectedVersion) return refuse('stale-version');
      return decideDelete(it, await loadTies(it, ports.directory));
    },
    ['last-owner'],
  );

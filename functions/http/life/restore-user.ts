import { decideRestore } from '../../../shared/domain/archive.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';
import { loadTies } from '../../steps/load-around.ts';

export const restoreUser: UseCase<'restore-user'> = (ask, ports) =>
  changeUser(ask, ports, async it => decideRestore(it, await loadTies(it, ports.directory)));

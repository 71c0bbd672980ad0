import { decideArchive } from '../../../shared/domain/archive.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';
import { loadTies } from '../../steps/load-around.ts';

export const archiveUser: UseCase<'archive-user'> = (ask, ports) =>
  changeUser(ask, ports, async it => decideArchive(it, await loadTies(it, ports.directory)), ['last-owner']);

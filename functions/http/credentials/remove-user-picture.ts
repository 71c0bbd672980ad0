import { decideUserPicture } from '../../../shared/domain/change-picture.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';
import { loadOthers } from '../../steps/load-around.ts';

export const removeUserPicture: UseCase<'remove-user-picture'> = (ask, ports) =>
  changeUser(ask, ports, async it => decideUserPicture(it, await loadOthers(it, ports.directory), undefined));

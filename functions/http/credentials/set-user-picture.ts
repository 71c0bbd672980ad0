import { decideUserPicture } from '../../../shared/domain/change-picture.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';
import { loadOthers } from '../../steps/load-around.ts';
import { loadPictured } from '../../steps/pictured.ts';
import { takePicture } from '../../steps/take-picture.ts';

export const setUserPicture: UseCase<'set-user-picture'> = async (ask, ports) => {
  const pictured = await loadPictured(ask, ports);
  if (!pictured.ok) return pictured;
  return takePicture(pictured.person, ask.input.upload, ports, name =>
    changeUser(ask, ports, async it => decideUserPicture(it, await loadOthers(it, ports.directory), name)),
  );
};

import { done, type UseCase } from '../../runtime/use-case.ts';
import { loadPictured } from '../../steps/pictured.ts';
import { beginUpload } from '../../steps/take-picture.ts';

export const beginUserPicture: UseCase<'begin-user-picture'> = async (ask, ports) => {
  const pictured = await loadPictured(ask, ports);
  if (!pictured.ok) return pictured;
  return done(await beginUpload(pictured.person.id, ask.input.contentType, ports));
};

import { done, type UseCase } from '../../runtime/use-case.ts';
import { beginUpload } from '../../steps/take-picture.ts';

export const beginPicture: UseCase<'begin-picture'> = async ({ actor, input }, ports) =>
  done(await beginUpload(actor.person, input.contentType, ports));

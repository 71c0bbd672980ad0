/** A picture on its way: where to upload it, and from the upload to what is shown. */
import type { PersonId } from '../../shared/contract/ids.ts';
import { type PictureUpload, pictureBytes, type pictureTypes } from '../../shared/contract/pictures.ts';
import { refuse } from '../../shared/domain/decision.ts';
import type { Person } from '../../shared/domain/model.ts';
import { uploadKey } from '../../shared/domain/picture.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import type { PortsFor } from '../../shared/ports.ts';

type FilePorts = PortsFor<'files:write'>;
type PictureType = (typeof pictureTypes)[number];

export async function beginUpload(
  person: PersonId,
  type: PictureType,
  { files, ids }: FilePorts,
): Promise<PictureUpload> {
  const upload = ids.unguessable();
  const form = await files.beginUpload(uploadKey(person, upload), { maxBytes: pictureBytes, type });
  return { upload, ...form };
}

/**
 * Makes squares of an upload, keeps them, and then has them shown. The upload's name becomes the picture's: whoever
 * repeats a request that broke off in the middle leaves nothing behind, and one that was answered already is so again.
 * @param show commits that the picture of this name is shown; where it is refused, the files go again
 */
export async function takePicture<S extends { ok: boolean }>(
  { id, picture }: Person,
  upload: string,
  { files, pictures, directory }: FilePorts & PortsFor<'directory:read'>,
  show: (name: string) => Promise<S>,
) {
  if (picture === upload) return show(upload);
  const key = uploadKey(id, upload);
  const bytes = await files.readUpload(key, pictureBytes);
  if (bytes === undefined) return refuse('upload-missing');
  const made = bytes === 'too-large' ? tooLarge : await pictures.squaresOf(bytes);
  if (!made.ok) {
    await files.removeUpload(key);
    return refuse(made.reason === 'too-large' ? 'picture-too-large' : 'picture-unreadable');
  }
  await files.storePicture(upload, made.squares);
  const shown = await show(upload);
  if (shown.ok) await files.removeUpload(key);
  else if (!(await isShown(upload, id, directory))) await files.removePicture(upload);
  return shown;
}

/** The same request may have run beside this one, and got through. */
async function isShown(name: string, id: PersonId, directory: DirectoryReader): Promise<boolean> {
  const [person] = await directory.get(ref.person(id));
  return person?.picture === name;
}

const tooLarge = { ok: false, reason: 'too-large' } as const;

/** Pictures on their way: uploaded, and not yet taken. */
import type { PictureUpload } from '../../shared/contract/pictures.ts';
import type { Arranged } from './arrange.ts';
import { type Answer, ask, type Front, type Session } from './front.ts';
import { type Canvas, png } from './picture-files.ts';

const small: Canvas = { width: 8, height: 8 };

/** The name of an upload of one's own; of none, where nobody may upload. */
export async function uploadedOwn(front: Front, as: Partial<Session>, file: Uint8Array = png(small)) {
  return sent(front, await ask(front, 'begin-picture', { contentType: 'image/png' }, as), file);
}

/** The name of an upload by the owner, for one of their users. */
export async function uploadedFor(
  front: Front,
  { org, owner }: Arranged,
  user: string,
  file: Uint8Array = png(small),
) {
  const begun = await ask(front, 'begin-user-picture', { org, user, contentType: 'image/png' }, owner);
  return sent(front, begun, file);
}

async function sent(
  front: Front,
  { status, body }: Answer<PictureUpload>,
  file: Uint8Array,
): Promise<string> {
  if (status !== 201) return 'a-name-that-nothing-has_';
  const answer = await front.upload(body, file);
  if (answer !== 204) throw new Error(`The upload was answered with ${answer}`);
  return body.upload;
}

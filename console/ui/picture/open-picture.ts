/** A file that somebody has chosen, as a picture that can be shown; or why it is none. */
import { pictureTypes } from '../../../shared/contract/pictures.ts';

export type PictureType = (typeof pictureTypes)[number];

export type OpenedPicture = { image: HTMLImageElement; url: string; type: PictureType };
export type Unfit = 'wrongType' | 'tooLarge' | 'unreadable';

/** More than any camera makes; the square that is sent is much smaller. In bytes. */
const largestFile = 30 * 1024 * 1024;

/** Its `url` is to be revoked when it is not shown any more. */
export async function openPicture(file: File): Promise<OpenedPicture | Unfit> {
  const type = pictureTypes.find(known => known === file.type);
  if (!type) return 'wrongType';
  if (file.size > largestFile) return 'tooLarge';
  const url = URL.createObjectURL(file);
  const image = Object.assign(new Image(), { src: url });
  try {
    await image.decode();
    return { image, url, type };
  } catch {
    URL.revokeObjectURL(url);
    return 'unreadable';
  }
}

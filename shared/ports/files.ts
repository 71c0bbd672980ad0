/** Pictures, from the upload to what is shown. */

import type { PictureSize } from '../domain/picture.ts';
import type { PictureRefusal } from '../domain/picture-file/read-picture-file.ts';

/** One size of a picture, as WebP: a square of at most `size` pixels a side. */
export type PictureSquare = { size: PictureSize; bytes: Uint8Array };

/** Where and how a browser may put one file: fields of a form first, and the file behind them. */
export type UploadForm = { url: string; fields: Record<string, string> };

export type PictureRemover = {
  /** Fine where there is none. */
  removePicture(name: string): Promise<void>;
};

export type Files = PictureRemover & {
  /** For five minutes, one file of at most `maxBytes` that says it is of `type`. */
  beginUpload(key: string, limits: { maxBytes: number; type: string }): Promise<UploadForm>;
  /** What was put there; undefined when nothing was. Whatever is larger than `maxBytes` is not read. */
  readUpload(key: string, maxBytes: number): Promise<Uint8Array | undefined | 'too-large'>;
  /** Fine where there is none. */
  removeUpload(key: string): Promise<void>;
  /** Keeps a picture under its name, for everybody who knows the name. */
  storePicture(name: string, squares: readonly PictureSquare[]): Promise<void>;
};

export type Pictures = {
  /**
   * The centred square of an uploaded picture, upright, once for each size and without metadata; or why not. Whatever
   * the bytes are, it neither throws for them nor takes more than some seconds.
   */
  squaresOf(
    bytes: Uint8Array,
  ): Promise<{ ok: true; squares: PictureSquare[] } | { ok: false; reason: PictureRefusal }>;
};

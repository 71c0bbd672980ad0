/**
 * What somebody uploaded as a picture, judged by its bytes alone: which format it is, how large, which way up, and the
 * parts of it that draw. Only those reach a decoder: no metadata, no colour profile, nothing that comes after the end.
 */
import { pictureBytes, pictureSide } from '../../contract/pictures.ts';
import { joined } from './bytes.ts';
import { readJpeg } from './jpeg.ts';
import { type Orientation, upright } from './orientation.ts';
import { readPng } from './png.ts';
import { readWebp } from './webp.ts';

export type PictureFormat = 'png' | 'jpeg' | 'webp';

export type PictureFile = {
  format: PictureFormat;
  /** In pixels, as they are stored: before the picture is turned upright. */
  width: number;
  height: number;
  orientation: Orientation;
  /** A file of the same format that has what draws and nothing else. */
  drawn: Uint8Array<ArrayBuffer>;
};

/** What a format's reader finds in a whole, still picture of its kind; undefined where the file is none. */
export type Reading =
  | { width: number; height: number; orientation?: Orientation; parts: readonly Uint8Array[] }
  | undefined;

export type PictureRefusal = 'unreadable' | 'too-large';

const readers: Readonly<Record<PictureFormat, (bytes: Uint8Array) => Reading>> = {
  png: readPng,
  jpeg: readJpeg,
  webp: readWebp,
};
const formats = Object.keys(readers) as PictureFormat[]; // Object.keys forgets what it was given

/** Reads headers alone, so that a file which says it is huge costs nothing. */
export function readPictureFile(
  bytes: Uint8Array,
): { ok: true; file: PictureFile } | { ok: false; reason: PictureRefusal } {
  if (bytes.length > pictureBytes) return { ok: false, reason: 'too-large' };
  for (const format of formats) {
    const reading = readers[format](bytes);
    if (reading === undefined) continue;
    const { width, height, orientation = upright, parts } = reading;
    if (Math.max(width, height) > pictureSide) return { ok: false, reason: 'too-large' };
    return { ok: true, file: { format, width, height, orientation, drawn: joined(parts) } };
  }
  return { ok: false, reason: 'unreadable' };
}

/** Which way up a camera was held: the one fact of a picture's metadata that changes what is seen. */
import { textAt, viewOf } from './bytes.ts';

/**
 * As EXIF counts: 1 is upright, 2 mirrored, 3 upside down, 4 both; 5 to 8 the same, with rows and columns swapped.
 */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
export const upright: Orientation = 1;

const orientationTag = 0x0112;
/** A number of two bytes. */
const short = 3;
const entrySize = 12;

/** Reads the block of TIFF that all three formats keep EXIF in. Metadata that is broken says nothing: upright. */
export function orientationIn(tiff: Uint8Array): Orientation {
  const littleEndian = textAt(tiff, 0, 4) === 'II*\0';
  if ((!littleEndian && textAt(tiff, 0, 4) !== 'MM\0*') || tiff.length < 8) return upright;
  const view = viewOf(tiff);
  const directory = view.getUint32(4, littleEndian);
  if (directory + 2 > tiff.length) return upright;
  const entries = view.getUint16(directory, littleEndian);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * entrySize;
    if (at + entrySize > tiff.length) return upright;
    if (view.getUint16(at, littleEndian) !== orientationTag) continue;
    return view.getUint16(at + 2, littleEndian) === short
      ? known(view.getUint16(at + 8, littleEndian))
      : upright;
  }
  return upright;
}

function known(value: number): Orientation {
  return value >= 1 && value <= 8 ? (value as Orientation) : upright; // between the two there are those alone
}

/** Pixels by hand, as far as that is quicker than asking a codec. */
import type { Orientation } from '../../domain/picture-file/orientation.ts';

/** Red, green, blue and opacity, a byte each, row by row. */
export type Pixels = { width: number; height: number; data: Uint8Array | Uint8ClampedArray };

/**
 * The largest square in the middle; where it has room for that, already smaller by a whole number, but never smaller
 * than `least`. Of a picture of 4,096 pixels a side that leaves a thirtieth for the better and slower way to shrink it.
 */
export function centredSquare({ width, height, data }: Pixels, least: number): Pixels {
  const factor = Math.max(1, Math.floor(Math.min(width, height) / least));
  const side = Math.floor(Math.min(width, height) / factor);
  const left = (width - side * factor) >> 1;
  const top = (height - side * factor) >> 1;
  const square = new Uint8Array(side * side * 4);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const from = ((top + y * factor) * width + left + x * factor) * 4;
      writeMean(data, { from, factor, rowLength: width * 4 }, square, (y * side + x) * 4);
    }
  }
  return { width: side, height: side, data: square };
}

type Block = { from: number; factor: number; rowLength: number };

/** The mean of a block of pixels, to which each adds its colour as far as it is opaque. */
function writeMean(
  data: Pixels['data'],
  { from, factor, rowLength }: Block,
  into: Uint8Array,
  at: number,
): void {
  let [red, green, blue, opacity] = [0, 0, 0, 0];
  for (let row = 0; row < factor; row++) {
    const start = from + row * rowLength;
    for (let pixel = start; pixel < start + factor * 4; pixel += 4) {
      const weight = data[pixel + 3] ?? 0;
      red += (data[pixel] ?? 0) * weight;
      green += (data[pixel + 1] ?? 0) * weight;
      blue += (data[pixel + 2] ?? 0) * weight;
      opacity += weight;
    }
  }
  if (opacity === 0) return;
  into[at] = Math.round(red / opacity);
  into[at + 1] = Math.round(green / opacity);
  into[at + 2] = Math.round(blue / opacity);
  into[at + 3] = Math.round(opacity / (factor * factor));
}

/** What EXIF's numbers ask for, of a square. */
export function turned(square: Pixels, orientation: Orientation): Pixels {
  if (orientation === 1) return square;
  const side = square.width;
  const swapped = orientation >= 5;
  const fromRight = [2, 3, 7, 8].includes(orientation);
  const fromBottom = [3, 4, 6, 7].includes(orientation);
  const from = pixelsOf(square);
  const into = new Uint32Array(side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [column, row] = swapped ? [y, x] : [x, y];
      const pixel = (fromBottom ? side - 1 - row : row) * side + (fromRight ? side - 1 - column : column);
      into[y * side + x] = from[pixel] ?? 0;
    }
  }
  return { ...square, data: new Uint8Array(into.buffer) };
}

/** Four bytes at once. */
function pixelsOf({ data }: Pixels): Uint32Array {
  return new Uint32Array(data.buffer, data.byteOffset, data.length / 4);
}

/** The thread of one picture: decoded, cut to its square, made small, turned upright, encoded anew. */
import { parentPort, workerData } from 'node:worker_threads';
import { pictureSizes } from '../../domain/picture.ts';
import type { PictureFile } from '../../domain/picture-file/read-picture-file.ts';
import type { PictureSquare, Pictures } from '../../ports/files.ts';
import { decodePicture, encodeWebp, resizeSquare } from './codecs.ts';
import { centredSquare, turned } from './pixels.ts';

const sizes = Object.values(pictureSizes);

/** Where it fails for another reason than the file, the rejection ends the thread and is told as its error. */
void squaresOf(workerData).then(made => parentPort?.postMessage(made));

async function squaresOf(file: PictureFile): ReturnType<Pictures['squaresOf']> {
  const picture = await decodePicture(file);
  if (picture?.width !== file.width || picture.height !== file.height)
    return { ok: false, reason: 'unreadable' };
  const square = turned(centredSquare(picture, 2 * Math.max(...sizes)), file.orientation);
  const squares: PictureSquare[] = [];
  for (const size of sizes) {
    const fitting = square.width > size ? resizeSquare(square, size) : square;
    squares.push({ size, bytes: await encodeWebp(fitting) });
  }
  return { ok: true, squares };
}

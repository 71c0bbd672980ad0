/**
 * Pictures, re-encoded: each in a thread of its own. Decoders are the likeliest part of us to be attacked; whatever a
 * file makes of one, its memory and its time end with the thread, and there is no credential in it.
 */
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type PictureFile, readPictureFile } from '../../domain/picture-file/read-picture-file.ts';
import type { Pictures } from '../../ports/files.ts';

type Made = Awaited<ReturnType<Pictures['squaresOf']>>;

/** In milliseconds: far above what the largest honest picture takes, and below what the API's gateway waits. */
const patience = 6000;

/** Beside this file: as TypeScript here, as JavaScript in a bundle. */
const thread = join(import.meta.dirname, `picture-thread${extname(import.meta.filename)}`);

export function openPictures(): Pictures {
  return {
    squaresOf: async bytes => {
      const read = readPictureFile(bytes);
      return read.ok ? inThread(read.file) : read;
    },
  };
}

/** Rejects for what is our fault alone. A picture that takes too long is too large, whatever its size. */
async function inThread(file: PictureFile): Promise<Made> {
  const { promise, resolve, reject } = Promise.withResolvers<Made>();
  const worker = new Worker(thread, { workerData: file, env: {}, execArgv: [] });
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', code => reject(new Error(`The thread of a picture ended with ${code} and no answer`)));
  const timer = setTimeout(() => resolve({ ok: false, reason: 'too-large' }), patience);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

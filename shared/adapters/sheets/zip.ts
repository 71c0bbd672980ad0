/** A zip on disk, any of whose files can be read, as far as what it says of itself is true. */
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { refusal } from './refuse.ts';
import { directoryOf, type Reading, type ZipEntry } from './zip-directory.ts';

export type Zip = {
  /** By its name, without regard to case. */
  entry(name: string): ZipEntry | undefined;
  /** Unpacked, some thousand bytes at a time. */
  bytesOf(entry: ZipEntry): AsyncGenerator<Uint8Array>;
};

/** `mostUnpacked`: bytes of any one file in it. What the zip says of that is not believed: they are counted. */
export async function openZip(path: string, mostUnpacked: number): Promise<Zip> {
  const entries = await withReading(path, directoryOf);
  return {
    entry: name => entries.get(name.toLowerCase()),
    bytesOf: async function* (entry) {
      const start = await withReading(path, reading => startOf(entry, reading));
      yield* checked(unpacked(path, start, entry), entry, mostUnpacked);
    },
  };
}

async function withReading<T>(path: string, use: (reading: Reading) => Promise<T>): Promise<T> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    return await use({ size, read: (position, length) => readAt(file, position, length) });
  } finally {
    await file.close();
  }
}

/** What lies beyond the file's end, or before its start, is not there. */
async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  if (!Number.isSafeInteger(position) || position < 0) throw refusal('broken');
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw refusal('broken');
  return buffer;
}

const localHeader = 0x04034b50;
const localHeaderBytes = 30;

/** Behind what stands before the bytes, which is as long as it says itself. */
async function startOf({ offset, packed }: ZipEntry, { size, read }: Reading): Promise<number> {
  const header = await read(offset, localHeaderBytes);
  if (header.readUInt32LE(0) !== localHeader) throw refusal('broken');
  const start = offset + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (start + packed > size) throw refusal('broken');
  return start;
}

function unpacked(path: string, start: number, { method, packed }: ZipEntry): AsyncIterable<Uint8Array> {
  if (packed === 0) return none();
  const bytes = createReadStream(path, { start, end: start + packed - 1 });
  if (method === 'stored') return bytes;
  // Where one of the two breaks off, the other is told, and whoever reads learns of it from what they read.
  return pipeline(bytes, createInflateRaw(), () => undefined);
}

async function* none(): AsyncGenerator<Uint8Array> {}

/** Ends well only if the bytes are those that were packed. */
async function* checked(
  bytes: AsyncIterable<Uint8Array>,
  { crc }: ZipEntry,
  most: number,
): AsyncGenerator<Uint8Array> {
  let [count, sum] = [0, 0];
  try {
    for await (const chunk of bytes) {
      count += chunk.length;
      if (count > most) throw refusal('bomb');
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw isFromInflate(error) ? refusal('broken') : error;
  }
  if (sum !== crc) throw refusal('broken');
}

const isFromInflate = (error: unknown) =>
  error instanceof Error && 'code' in error && `${error.code}`.startsWith('Z_');

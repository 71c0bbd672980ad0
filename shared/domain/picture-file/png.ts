/** PNG: a row of chunks, each with its length, its name and a checksum (W3C PNG, third edition). */
import { mostPieces, textAt, viewOf } from './bytes.ts';
import { type Orientation, orientationIn } from './orientation.ts';
import type { Reading } from './read-picture-file.ts';

const signature = '\x89PNG\r\n\x1a\n';
/** Size, depth and kind of colour; the palette; its transparency; the pixels; the end. */
const drawing = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];
const headerSize = 13;

type Chunk = { name: string; data: Uint8Array; whole: Uint8Array };

/** Whoever moves (APNG) is none: of its pictures none is the one that was meant. */
export function readPng(bytes: Uint8Array): Reading {
  if (textAt(bytes, 0, signature.length) !== signature) return undefined;
  const chunks = chunksOf(bytes);
  const [header] = chunks;
  if (header?.name !== 'IHDR' || header.data.length !== headerSize) return undefined;
  if (chunks.at(-1)?.name !== 'IEND' || !chunks.some(({ name }) => name === 'IDAT')) return undefined;
  if (chunks.some(({ name }) => name === 'acTL' || isUnknown(name))) return undefined;
  const view = viewOf(header.data);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  if (width === 0 || height === 0) return undefined;
  const drawn = chunks.filter(({ name }) => drawing.includes(name)).map(({ whole }) => whole);
  if (!drawn.every(isSound)) return undefined;
  return {
    width,
    height,
    orientation: orientationOf(chunks),
    parts: [bytes.subarray(0, signature.length), ...drawn],
  };
}

/** Up to the end, or to where the file breaks off. */
function chunksOf(bytes: Uint8Array): Chunk[] {
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  let at = signature.length;
  while (at + 12 <= bytes.length && chunks.length < mostPieces) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) break;
    chunks.push({
      name: textAt(bytes, at + 4, 4),
      data: bytes.subarray(at + 8, end - 4),
      whole: bytes.subarray(at, end),
    });
    if (chunks.at(-1)?.name === 'IEND') break;
    at = end;
  }
  return chunks;
}

/** The checksum at a chunk's end is over its name and its data. No decoder of ours looks at it. */
function isSound(chunk: Uint8Array): boolean {
  return checksumOf(chunk.subarray(4, -4)) === viewOf(chunk).getUint32(chunk.length - 4);
}

/** CRC-32, a byte at a time. */
function checksumOf(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (remainders[(rest ^ byte) & 0xff] ?? 0) ^ (rest >>> 8);
  return ~rest >>> 0;
}

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = (rest & 1) === 0 ? rest >>> 1 : (rest >>> 1) ^ 0xedb88320;
  return rest;
});

/** A capital letter first says that the picture cannot be shown without it. */
function isUnknown(name: string): boolean {
  return /^[^a-z]/.test(name) && !drawing.includes(name);
}

function orientationOf(chunks: readonly Chunk[]): Orientation | undefined {
  const exif = chunks.find(({ name }) => name === 'eXIf');
  return exif && orientationIn(exif.data);
}

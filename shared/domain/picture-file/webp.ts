/** WebP: chunks in a RIFF container; a single one, or a header (VP8X) and what it announces (RFC 9649). */
import { asciiOf, littleEndian, mostPieces, textAt, viewOf } from './bytes.ts';
import { orientationIn } from './orientation.ts';
import type { Reading } from './read-picture-file.ts';

type Size = { width: number; height: number };
type Chunk = { name: string; data: Uint8Array; whole: Uint8Array };

const animation = 0x02;
const alpha = 0x10;

/** Whoever moves is none. */
export function readWebp(bytes: Uint8Array): Reading {
  const chunks = chunksOf(bytes);
  const [image, ...more] = (chunks ?? []).filter(({ name }) => name === 'VP8 ' || name === 'VP8L');
  if (chunks === undefined || image === undefined || more.length > 0) return undefined;
  const [header] = chunks;
  const canvas = header?.name === 'VP8X' ? canvasIn(header.data) : undefined;
  if (header !== image && canvas === undefined) return undefined;
  const size = image.name === 'VP8 ' ? lossySize(image.data) : losslessSize(image.data);
  if (size === undefined || (canvas && !isSame(size, canvas))) return undefined;
  const exif = chunks.find(({ name }) => name === 'EXIF');
  const transparency = chunks.find(({ name }) => name === 'ALPH' && canvas && image.name === 'VP8 ');
  const drawn = transparency ? [transparency.whole, image.whole] : [image.whole];
  const head = headOf(size, transparency !== undefined, drawn);
  return { ...size, orientation: exif && orientationIn(exif.data), parts: [head, ...drawn] };
}

/** Undefined where the file is no WebP or breaks off. */
function chunksOf(bytes: Uint8Array): Chunk[] | undefined {
  if (textAt(bytes, 0, 4) !== 'RIFF' || textAt(bytes, 8, 4) !== 'WEBP') return undefined;
  const view = viewOf(bytes);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) return undefined;
  const chunks: Chunk[] = [];
  let at = 12;
  while (at + 8 <= end) {
    const size = view.getUint32(at + 4, true);
    const next = at + 8 + size + (size % 2); // padded to an even size
    if (at + 8 + size > end || chunks.length === mostPieces) return undefined;
    const data = bytes.subarray(at + 8, at + 8 + size);
    chunks.push({ name: textAt(bytes, at, 4), data, whole: bytes.subarray(at, next) });
    at = next;
  }
  return chunks;
}

function canvasIn(data: Uint8Array): Size | undefined {
  if (data.length !== 10 || ((data[0] ?? 0) & animation) !== 0) return undefined;
  const view = viewOf(data);
  const threeBytes = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;
  return { width: threeBytes(4) + 1, height: threeBytes(7) + 1 };
}

/** Of a key frame (RFC 6386, 9.1); what stands above 14 bits is a scale that nobody heeds. */
function lossySize(data: Uint8Array): Size | undefined {
  const isKeyFrame = ((data[0] ?? 1) & 1) === 0;
  if (data.length < 10 || !isKeyFrame || textAt(data, 3, 3) !== '\x9d\x01\x2a') return undefined;
  const view = viewOf(data);
  const size = { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
  return size.width > 0 && size.height > 0 ? size : undefined;
}

function losslessSize(data: Uint8Array): Size | undefined {
  if (data.length < 5 || data[0] !== 0x2f) return undefined;
  const bits = viewOf(data).getUint32(1, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}

function isSame(one: Size, other: Size): boolean {
  return one.width === other.width && one.height === other.height;
}

/** The head of a file; transparency has to be announced in a header of its own. */
function headOf(size: Size, isTransparent: boolean, chunks: readonly Uint8Array[]): Uint8Array {
  const { width, height } = size;
  const canvas = [...littleEndian(alpha, 4), ...littleEndian(width - 1, 3), ...littleEndian(height - 1, 3)];
  const header = isTransparent ? [...asciiOf('VP8X'), ...littleEndian(canvas.length, 4), ...canvas] : [];
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 4 + header.length);
  return Uint8Array.from([...asciiOf('RIFF'), ...littleEndian(length, 4), ...asciiOf('WEBP'), ...header]);
}

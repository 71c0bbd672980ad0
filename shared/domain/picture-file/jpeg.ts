/** JPEG: segments behind markers, and after each "start of scan" the coded pixels (ITU T.81, annex B). */
import { mostPieces, textAt, viewOf } from './bytes.ts';
import { orientationIn } from './orientation.ts';
import type { Reading } from './read-picture-file.ts';

const start = 0xd8;
const end = 0xd9;
const startOfScan = 0xda;
/** Baseline, extended and progressive with Huffman coding: what the world's JPEGs are. */
const frames = [0xc0, 0xc1, 0xc2];
/** Quantisation, Huffman tables, restart interval. */
const tables = [0xdb, 0xc4, 0xdd];
/** Cameras and editors write 1 to about 12; every further one makes a decoder go over the whole picture again. */
const mostScans = 64;

type Segment = { marker: number; data: Uint8Array; whole: Uint8Array };

/** Of grey or three colours, 8 bits each. What is made for printing (four colours) is not for screens. */
export function readJpeg(bytes: Uint8Array): Reading {
  if (bytes[0] !== 0xff || bytes[1] !== start) return undefined;
  const segments = segmentsOf(bytes);
  if (segments?.at(-1)?.marker !== end) return undefined;
  const scans = segments.filter(({ marker }) => marker === startOfScan).length;
  const [frame, ...more] = segments.filter(({ marker }) => frames.includes(marker));
  if (scans === 0 || scans > mostScans || frame === undefined || more.length > 0) return undefined;
  const size = sizeIn(frame.data);
  const exif = segments.find(({ marker, data }) => marker === 0xe1 && textAt(data, 0, 6) === 'Exif\0\0');
  const drawn = segments.filter(draws).map(({ whole }) => whole);
  return (
    size && {
      ...size,
      orientation: exif && orientationIn(exif.data.subarray(6)),
      parts: [bytes.subarray(0, 2), ...drawn],
    }
  );
}

/** From behind the start to the end; undefined where anything is there that no picture of ours has. */
function segmentsOf(bytes: Uint8Array): Segment[] | undefined {
  const segments: Segment[] = [];
  let at = 2;
  while (segments.length < mostPieces) {
    const segment = segmentAt(bytes, at);
    if (segment === undefined) return undefined;
    segments.push(segment);
    if (segment.marker === end) return segments;
    at += segment.whole.length;
  }
  return undefined;
}

function segmentAt(bytes: Uint8Array, from: number): Segment | undefined {
  if (bytes[from] !== 0xff) return undefined;
  let at = from;
  while (bytes[at + 1] === 0xff) at++; // any number of them may stand before a marker
  const marker = bytes[at + 1];
  if (marker === end) return { marker, data: bytes.subarray(0, 0), whole: bytes.subarray(at, at + 2) };
  if (marker === undefined || !hasData(marker) || at + 4 > bytes.length) return undefined;
  const length = viewOf(bytes).getUint16(at + 2);
  const until = at + 2 + length;
  if (length < 2 || until > bytes.length) return undefined;
  const behind = marker === startOfScan ? endOfScan(bytes, until) : until;
  return { marker, data: bytes.subarray(at + 4, until), whole: bytes.subarray(from, behind) };
}

/** What draws, what only tells (APPn, comments), and nothing that draws in another way. */
function hasData(marker: number): boolean {
  const tells = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
  return tells || marker === startOfScan || frames.includes(marker) || tables.includes(marker);
}

/** The next marker that belongs to no scan: in one, FF is followed by 00, and restarts are marked D0 to D7. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1) {
    const next = bytes[at + 1];
    if (next !== 0 && next !== 0xff && !(next !== undefined && next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2);
  }
  return bytes.length;
}

function sizeIn(frame: Uint8Array): { width: number; height: number } | undefined {
  if (frame.length < 6) return undefined;
  const view = viewOf(frame);
  const [bits, colours] = [view.getUint8(0), view.getUint8(5)];
  const [height, width] = [view.getUint16(1), view.getUint16(3)];
  const readable = bits === 8 && (colours === 1 || colours === 3) && frame.length === 6 + 3 * colours;
  return readable && width > 0 && height > 0 ? { width, height } : undefined;
}

/** Two of the telling segments say how the colours are to be understood. */
function draws({ marker, data }: Segment): boolean {
  if (marker === 0xe0) return textAt(data, 0, 5) === 'JFIF\0';
  if (marker === 0xee) return textAt(data, 0, 5) === 'Adobe';
  return marker === end || marker === startOfScan || frames.includes(marker) || tables.includes(marker);
}

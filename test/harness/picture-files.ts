/** Picture files made by hand, whole ones and such as nobody makes with good intentions. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { crc32, deflateSync } from 'node:zlib';
import encodeJpegWith from '@jsquash/jpeg/codec/enc/mozjpeg_enc.js';
import { defaultOptions as jpegOptions } from '@jsquash/jpeg/meta.js';
import decodeWebpWith from '@jsquash/webp/codec/dec/webp_dec.js';
import encodeWebpWith from '@jsquash/webp/codec/enc/webp_enc_simd.js';
import { defaultOptions as webpOptions } from '@jsquash/webp/meta.js';

/** Colours of one pixel, by its place. */
export type Paint = (
  x: number,
  y: number,
) => readonly [red: number, green: number, blue: number, alpha: number];
export type Canvas = { width: number; height: number; paint?: Paint };

const red = [255, 0, 0, 255] as const;
const green = [0, 255, 0, 255] as const;
const blue = [0, 0, 255, 255] as const;
const white = [255, 255, 255, 255] as const;

/** Four quarters, each of its own colour, so that every turn shows. */
export function quarters(width: number, height: number): Paint {
  return (x, y) => (y < height / 2 ? (x < width / 2 ? red : green) : x < width / 2 ? blue : white);
}

function pixels({ width, height, paint = quarters(width, height) }: Canvas): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set(paint(x, y), (y * width + x) * 4);
  }
  return data;
}

export const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A PNG's chunk, with its checksum. */
export function pngChunk(name: string, data: Uint8Array = new Uint8Array()): Buffer {
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length);
  chunk.write(name, 4, 'latin1');
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}

type PngParts = {
  width: number;
  height: number;
  depth?: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha. */
  colour?: number;
  interlaced?: boolean;
  /** Of all rows, each behind the number of its filter. */
  rows: Uint8Array;
  /** Between header and pixels. */
  more?: readonly Uint8Array[];
};

const pngSignature = bytesOf('\x89PNG\r\n\x1a\n');

export function pngOf({
  width,
  height,
  depth = 8,
  colour = 6,
  interlaced,
  rows,
  more = [],
}: PngParts): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, interlaced ? 1 : 0], 8);
  const data = pngChunk('IDAT', deflateSync(rows));
  return Buffer.concat([pngSignature, pngChunk('IHDR', header), ...more, data, pngChunk('IEND')]);
}

/** The usual PNG: colours with alpha, 8 bits each. */
export function png(canvas: Canvas, more?: readonly Uint8Array[]): Buffer {
  const { width, height } = canvas;
  const data = pixels(canvas);
  const rows = Buffer.alloc(height * (1 + width * 4));
  for (let y = 0; y < height; y++) {
    rows.set(data.subarray(y * width * 4, (y + 1) * width * 4), y * (1 + width * 4) + 1);
  }
  return pngOf({ width, height, rows, more });
}

export async function jpeg(canvas: Canvas, { progressive = true } = {}): Promise<Buffer> {
  const encoder = await started(encodeJpegWith, '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm');
  const options = { ...jpegOptions, quality: 90, progressive, auto_subsample: false, chroma_subsample: 1 };
  return Buffer.from(encoder.encode(pixels(canvas), canvas.width, canvas.height, options));
}

/** With segments put in behind its start. */
export function withSegments(file: Buffer, ...segments: readonly Uint8Array[]): Buffer {
  return Buffer.concat([file.subarray(0, 2), ...segments, file.subarray(2)]);
}

/** A JPEG's segment. */
export function segment(marker: number, data: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

export async function webp(canvas: Canvas, options = {}): Promise<Buffer> {
  const encoder = await started(encodeWebpWith, '@jsquash/webp/codec/enc/webp_enc_simd.wasm');
  const file = encoder.encode(pixels(canvas), canvas.width, canvas.height, {
    ...webpOptions,
    quality: 90,
    ...options,
  });
  if (file === null) throw new Error('There is no WebP of this');
  return Buffer.from(file);
}

/** What is in a WebP, as its pixels. */
export async function unpacked(
  file: Uint8Array,
): Promise<{ width: number; height: number; data: Uint8ClampedArray }> {
  const decoder = await started(decodeWebpWith, '@jsquash/webp/codec/dec/webp_dec.wasm');
  const picture = decoder.decode(Uint8Array.from(file));
  if (picture === null) throw new Error('This is no WebP');
  return picture;
}

/** A chunk of a RIFF container, padded. */
export function riffChunk(name: string, data: Uint8Array): Buffer {
  const chunk = Buffer.alloc(8 + data.length + (data.length % 2));
  chunk.write(name, 0, 'latin1');
  chunk.writeUInt32LE(data.length, 4);
  chunk.set(data, 8);
  return chunk;
}

/** A WebP of chunks. */
export function riff(...chunks: readonly Uint8Array[]): Buffer {
  return riffChunk('RIFF', Buffer.concat([bytesOf('WEBP'), ...chunks]));
}

/** WebP's extended header. Flags: 2 animation, 4 XMP, 8 EXIF, 16 alpha, 32 colour profile. */
export function webpHeader(flags: number, { width, height }: Canvas): Buffer {
  const data = Buffer.alloc(10);
  data[0] = flags;
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  return riffChunk('VP8X', data);
}

/** EXIF as it lies in all three formats: which way up, and where the camera stood. */
export function exif(orientation: number, { littleEndian = false } = {}): Buffer {
  const u16 = (value: number) => numberOf(value, 2, littleEndian);
  const u32 = (value: number) => numberOf(value, 4, littleEndian);
  return Buffer.concat([
    bytesOf(littleEndian ? 'II*\0' : 'MM\0*'),
    u32(8),
    u16(2),
    ...[u16(0x0112), u16(3), u32(1), u16(orientation), u16(0)],
    ...[u16(0x8825), u16(4), u32(1), u32(38)],
    u32(0),
    ...[u16(1), u16(0x001d), u16(2), u32(11), u32(56), u32(0)],
    bytesOf('2026:11:21\0'),
    bytesOf('GPS 52.5200 N 13.4050 E'),
  ]);
}

function numberOf(value: number, bytes: number, littleEndian: boolean): Buffer {
  const number = Buffer.alloc(bytes);
  if (littleEndian) number.writeUIntLE(value, 0, bytes);
  else number.writeUIntBE(value, 0, bytes);
  return number;
}

const { resolve } = createRequire(import.meta.filename);

function started<M extends EmscriptenWasm.Module>(
  factory: EmscriptenWasm.ModuleFactory<M>,
  path: string,
): Promise<M> {
  const module = new WebAssembly.Module(readFileSync(resolve(path)));
  return factory({
    noInitialRun: true,
    instantiateWasm: (imports, done) => {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance);
      return instance.exports;
    },
  });
}

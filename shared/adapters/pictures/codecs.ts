/// <reference types="@jsquash/webp/emscripten-types.d.ts" />
/** The codecs, each compiled when it is first used: libwebp, mozjpeg and Rust's png and resize, as WebAssembly. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import decodeJpeg from '@jsquash/jpeg/codec/dec/mozjpeg_dec.js';
import * as png from '@jsquash/png/codec/pkg/squoosh_png.js';
import * as resize from '@jsquash/resize/lib/resize/pkg/squoosh_resize.js';
import decodeWebp from '@jsquash/webp/codec/dec/webp_dec.js';
import encodeWebpWith from '@jsquash/webp/codec/enc/webp_enc_simd.js';
import { defaultOptions } from '@jsquash/webp/meta.js';
import type { PictureFile, PictureFormat } from '../../domain/picture-file/read-picture-file.ts';
import type { Pixels } from './pixels.ts';

type Decode = (file: Uint8Array<ArrayBuffer>) => Pixels | null;

const decoders: Readonly<Record<PictureFormat, () => Promise<Decode>>> = {
  png: async () => {
    png.initSync(compiled('@jsquash/png/codec/pkg/squoosh_png_bg.wasm'));
    return png.decode;
  },
  jpeg: async () => {
    const decoder = await started(decodeJpeg, '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm');
    return file => decoder.decode(file, false);
  },
  webp: async () => {
    const decoder = await started(decodeWebp, '@jsquash/webp/codec/dec/webp_dec.wasm');
    return file => decoder.decode(file);
  },
};

/** Undefined where the file is broken; rejects where a codec is. */
export async function decodePicture({ format, drawn }: PictureFile): Promise<Pixels | undefined> {
  const decode = await decoders[format]();
  try {
    return decode(drawn) ?? undefined;
  } catch {
    // Whatever a decoder says in its trouble, it says that the file is no good.
    return undefined;
  }
}

const lanczos3 = 3;

/** In linear light, and without colour from transparent pixels. */
export function resizeSquare({ width, height, data }: Pixels, size: number): Pixels {
  resize.initSync(compiled('@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm'));
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.length);
  return {
    width: size,
    height: size,
    data: resize.resize(bytes, width, height, size, size, lanczos3, true, true),
  };
}

/** About 3 KB for a list's size and 15 KB for a profile's. */
export async function encodeWebp({ width, height, data }: Pixels): Promise<Uint8Array> {
  const encoder = await started(encodeWebpWith, '@jsquash/webp/codec/enc/webp_enc_simd.wasm');
  const file = encoder.encode(new Uint8Array(data), width, height, { ...defaultOptions, quality: 82 });
  if (file === null) throw new Error('libwebp could not encode a square');
  return file;
}

const { resolve } = createRequire(import.meta.filename);

const modules = new Map<string, WebAssembly.Module>();

/** The path is the package's; the build puts the file beside a bundle under the same one. */
function compiled(path: string): WebAssembly.Module {
  const module = modules.get(path) ?? new WebAssembly.Module(readFileSync(resolve(path)));
  modules.set(path, module);
  return module;
}

/** A decoder's complaints about a file are answered, not printed. */
const silent = { print: () => {}, printErr: () => {} };

function started<M extends EmscriptenWasm.Module>(
  factory: EmscriptenWasm.ModuleFactory<M>,
  path: string,
): Promise<M> {
  const module = compiled(path);
  return factory({
    ...silent,
    noInitialRun: true,
    // It would reckon from its own address, and has none in a bundle.
    locateFile: (file: string) => file,
    instantiateWasm: (imports, done) => {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance);
      return instance.exports;
    },
  });
}

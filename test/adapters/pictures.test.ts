/** The codecs themselves: what somebody uploads against what is kept of it. */
import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openPictures } from '../../shared/adapters/pictures/pictures.ts';
import { pictureSide } from '../../shared/contract/pictures.ts';
import {
  bytesOf,
  type Canvas,
  exif,
  jpeg,
  type Paint,
  png,
  pngChunk,
  pngOf,
  quarters,
  riff,
  riffChunk,
  segment,
  unpacked,
  webp,
  webpHeader,
  withSegments,
} from '../harness/picture-files.ts';
import { seeded, seedOfRun } from '../world/chance.ts';

const { squaresOf } = openPictures();

const red = [255, 0, 0, 255];
const green = [0, 255, 0, 255];
const blue = [0, 0, 255, 255];
const white = [255, 255, 255, 255];
const canvas: Canvas = { width: 40, height: 40 };

test.each<[what: string, file: Uint8Array]>([
  ['PNG', png(canvas)],
  ['JPEG', await jpeg(canvas)],
  ['baseline JPEG', await jpeg(canvas, { progressive: false })],
  ['WebP', await webp(canvas)],
  ['lossless WebP', await webp(canvas, { lossless: 1 })],
  ['wide PNG', png({ width: 120, height: 40, paint: middleOf(120, 40) })],
  ['high JPEG', await jpeg({ width: 40, height: 120, paint: middleOf(40, 120) })],
])('a %s becomes its centred square', async (_, file) => {
  expect(await corners(file)).toEqual([red, green, blue, white]);
});

/** What is not in the middle is black; in the middle are the quarters. */
function middleOf(width: number, height: number): Paint {
  const [left, top] = [(width - 40) / 2, (height - 40) / 2];
  const inside = quarters(40, 40);
  return (x, y) =>
    x >= left && x < left + 40 && y >= top && y < top + 40 ? inside(x - left, y - top) : [0, 0, 0, 255];
}

/** As EXIF's standard draws them: where the colours of the corners, row by row, come to lie. */
test.each([
  [1, [red, green, blue, white]],
  [2, [green, red, white, blue]],
  [3, [white, blue, green, red]],
  [4, [blue, white, red, green]],
  [5, [red, blue, green, white]],
  [6, [blue, red, white, green]],
  [7, [white, green, blue, red]],
  [8, [green, white, red, blue]],
])('orientation %d is turned upright, in every format', async (orientation, upright) => {
  const metadata = exif(orientation);
  const inJpeg = segment(0xe1, Buffer.concat([bytesOf('Exif\0\0'), metadata]));
  const files = [
    withSegments(await jpeg(canvas), inJpeg),
    png(canvas, [pngChunk('eXIf', metadata)]),
    riff(webpHeader(8, canvas), (await webp(canvas)).subarray(12), riffChunk('EXIF', metadata)),
  ];
  for (const file of files) expect(await corners(file)).toEqual(upright);
});

const palette = pngChunk('PLTE', Buffer.from([0, 0, 0, 255, 0, 0, 0, 255, 0]));
const clearFirst = pngChunk('tRNS', Buffer.from([0]));
const size = { width: 1, height: 1 };
test.each<[what: string, file: Uint8Array, pixel: number[]]>([
  ['1 bit of grey', pngOf({ ...size, depth: 1, colour: 0, rows: row(0x80) }), white],
  ['2 bits of grey', pngOf({ ...size, depth: 2, colour: 0, rows: row(0xc0) }), white],
  ['4 bits of grey', pngOf({ ...size, depth: 4, colour: 0, rows: row(0xf0) }), white],
  ['8 bits of grey', pngOf({ ...size, colour: 0, rows: row(255) }), white],
  ['16 bits of grey', pngOf({ ...size, depth: 16, colour: 0, rows: row(255, 255) }), white],
  ['grey with alpha', pngOf({ ...size, colour: 4, rows: row(255, 255) }), white],
  ['16 bits of grey with alpha', pngOf({ ...size, depth: 16, colour: 4, rows: row(255, 0, 255, 0) }), white],
  ['colours', pngOf({ ...size, colour: 2, rows: row(255, 0, 0) }), red],
  ['16 bits a colour', pngOf({ ...size, depth: 16, colour: 2, rows: row(255, 255, 0, 0, 0, 0) }), red],
  ['16 bits and alpha', pngOf({ ...size, depth: 16, rows: row(0, 0, 255, 255, 0, 0, 255, 255) }), green],
  ['a palette', pngOf({ ...size, colour: 3, rows: row(2), more: [palette] }), green],
  ['a palette of 4 bits', pngOf({ ...size, depth: 4, colour: 3, rows: row(0x10), more: [palette] }), red],
  [
    'a clear colour in its palette',
    pngOf({ ...size, colour: 3, rows: row(0), more: [palette, clearFirst] }),
    [0, 0, 0, 0],
  ],
  ['interlaced rows', pngOf({ ...size, colour: 2, interlaced: true, rows: row(0, 0, 255) }), blue],
])('a PNG with %s', async (_, file, pixel) => {
  const { width, height, data } = await profileOf(file);
  expect([width, height]).toEqual([1, 1]);
  expect(near([...data])).toEqual(pixel);
});

function row(...bytes: number[]): Uint8Array {
  return Uint8Array.from([0, ...bytes]);
}

test.each([
  [1, 1, 1, 1],
  [60, 50, 50, 50],
  [200, 300, 96, 200],
  [384, 384, 96, 384],
  [767, 900, 96, 384],
  [2000, 1000, 96, 384],
  [1, 900, 1, 1],
])('%d × %d pixels are kept as %d and %d, and never made larger', async (width, height, list, profile) => {
  const made = await squaresOf(png({ width, height }));
  const kept = made.ok ? await Promise.all(made.squares.map(({ bytes }) => unpacked(bytes))) : [];
  expect(kept.map(square => [square.width, square.height])).toEqual([
    [list, list],
    [profile, profile],
  ]);
});

test('what is clear stays clear, and lends its colour to nothing', async () => {
  const paint: Paint = x => (x < 400 ? [255, 0, 0, 0] : [0, 0, 255, 255]);
  const { data } = await profileOf(png({ width: 800, height: 800, paint }));
  expect([...data.slice(0, 4)][3]).toBe(0);
  const middle = [...data.slice((192 * 384 + 200) * 4)].slice(0, 4);
  expect(near(middle)).toEqual(blue);
});

test('nothing is kept but pixels', async () => {
  const metadata = Buffer.concat([bytesOf('Exif\0\0'), exif(6), bytesOf('<script>alert(1)</script>')]);
  const file = withSegments(await jpeg(canvas), segment(0xe1, metadata), segment(0xfe, metadata));
  const made = await squaresOf(Buffer.concat([file, bytesOf('PK\x03\x04 and a page: <html>')]));
  const kept = made.ok ? made.squares.map(({ bytes }) => Buffer.from(bytes)) : [];
  expect(kept).toHaveLength(2);
  for (const square of kept) {
    expect(square.subarray(8, 16).toString('latin1')).toMatch(/^WEBPVP8[ L]$/);
    expect(square.readUInt32LE(16) + (square.readUInt32LE(16) % 2)).toBe(square.length - 20);
    expect(['Exif', 'GPS', 'script', 'html', 'PK'].filter(word => square.includes(word))).toEqual([]);
  }
});

test('the largest picture is taken', async () => {
  const side = pictureSide;
  const made = await squaresOf(
    pngOf({ width: side, height: side, depth: 16, rows: Buffer.alloc(side * (side * 8 + 1)) }),
  );
  expect(made.ok).toBe(true);
});

test.each<[what: string, file: Uint8Array]>([
  [
    'a PNG whose pixels are not packed',
    Buffer.concat([png(canvas).subarray(0, 33), pngChunk('IDAT', bytesOf('pixels')), pngChunk('IEND')]),
  ],
  ['a PNG with too few pixels', pngOf({ width: 9, height: 9, rows: Buffer.alloc(9) })],
  [
    'a PNG with a filter that there is not',
    pngOf({ width: 1, height: 1, rows: Buffer.from([9, 1, 2, 3, 4]) }),
  ],
  ['a PNG of a depth that there is not', pngOf({ width: 1, height: 1, depth: 7, rows: row(1, 2, 3, 4) })],
  ['a PNG without the palette it speaks of', pngOf({ width: 1, height: 1, colour: 3, rows: row(1) })],
  [
    'a JPEG without tables',
    Buffer.concat([
      bytesOf('\xff\xd8'),
      segment(0xc0, Buffer.from([8, 0, 9, 0, 9, 1, 1, 0x11, 0])),
      segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
      bytesOf('\xff\xd9'),
    ]),
  ],
  [
    'a WebP of noise',
    riff(
      riffChunk(
        'VP8 ',
        Buffer.concat([Buffer.from([0xf0, 0xff, 0xff, 0x9d, 1, 0x2a, 9, 0, 9, 0]), bytesOf('noise')]),
      ),
    ),
  ],
  [
    'a lossless WebP of noise',
    riff(riffChunk('VP8L', Buffer.concat([Buffer.from([0x2f, 8, 0, 2, 0]), bytesOf('noise')]))),
  ],
])('%s is refused', async (_, file) => {
  expect(await squaresOf(file)).toEqual({ ok: false, reason: 'unreadable' });
});

test('of what unpacks to gigabytes no more than its size is unpacked, or it takes too long', async () => {
  // 16 MiB of zeros again and again: five million bytes become five thousand million.
  const zeros = deflateRawSync(Buffer.alloc(2 ** 24), { finishFlush: constants.Z_FULL_FLUSH });
  const head = deflateSync(Buffer.alloc(0)).subarray(0, 2);
  const packed = Buffer.concat([head, ...Array(Math.floor(4_900_000 / zeros.length)).fill(zeros)]);
  const whole = pngOf({ width: 64, height: 64, rows: Buffer.alloc(0) });
  const bomb = Buffer.concat([whole.subarray(0, 33), pngChunk('IDAT', packed), pngChunk('IEND')]);
  const started = performance.now();
  const made = await squaresOf(bomb);
  if (!made.ok) expect(['too-large', 'unreadable']).toContain(made.reason);
  expect(performance.now() - started).toBeLessThan(20_000);
});

test('whatever a file is made of, there is an answer', async () => {
  const chance = seeded(seedOfRun);
  const whole = [png(canvas), await jpeg(canvas), await webp(canvas), await webp(canvas, { lossless: 1 })];
  for (const file of whole) {
    for (let round = 0; round < 8; round++) {
      const changed = Buffer.from(file);
      for (let change = 0; change <= round; change++)
        changed[Math.floor(chance() * file.length)] = Math.floor(chance() * 256);
      const made = await squaresOf(changed);
      if (!made.ok) expect(made.reason).toMatch(/^(unreadable|too-large)$/);
    }
  }
});

async function profileOf(file: Uint8Array) {
  const made = await squaresOf(file);
  const profile = made.ok ? made.squares.find(square => square.size === 384) : undefined;
  if (!profile) throw new Error('It was refused');
  return unpacked(profile.bytes);
}

/** The colours in the corners of what is kept, row by row. */
async function corners(file: Uint8Array): Promise<number[][]> {
  const { width, height, data } = await profileOf(file);
  const at = (x: number, y: number) => near([...data.slice((y * width + x) * 4)].slice(0, 4));
  return [at(2, 2), at(width - 3, 2), at(2, height - 3), at(width - 3, height - 3)];
}

/** Codecs that lose a little are told as if they did not. */
function near(pixel: number[]): number[] {
  return pixel.map(value => (value > 200 ? 255 : value < 55 ? 0 : value));
}

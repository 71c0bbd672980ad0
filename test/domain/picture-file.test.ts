import { describe, expect, test } from 'vitest';
import { pictureBytes, pictureSide } from '../../shared/contract/pictures.ts';
import { orientationIn } from '../../shared/domain/picture-file/orientation.ts';
import { readPictureFile } from '../../shared/domain/picture-file/read-picture-file.ts';
import {
  bytesOf,
  type Canvas,
  exif,
  jpeg,
  png,
  pngChunk,
  pngOf,
  riff,
  riffChunk,
  segment,
  webp,
  webpHeader,
  withSegments,
} from '../harness/picture-files.ts';

const canvas: Canvas = { width: 24, height: 16 };
const transparent: Canvas = { ...canvas, paint: x => [200, 100, 50, x * 10] };

const samples = {
  png: png(canvas),
  jpeg: await jpeg(canvas),
  'baseline jpeg': await jpeg(canvas, { progressive: false }),
  webp: await webp(canvas),
  'lossless webp': await webp(canvas, { lossless: 1 }),
  'transparent webp': await webp(transparent),
};
const { jpeg: aJpeg, png: aPng, webp: aWebp } = samples;

/** A file's one chunk of pixels, out of its container. */
const insideOf = (file: Buffer) => file.subarray(12);

const page = bytesOf('<html><script>alert(1)</script></html>');
const zip = bytesOf('PK\x03\x04\x14\0\0\0\0\0PK\x05\x06');

test.each(Object.entries(samples))('a %s is known by its bytes', (name, bytes) => {
  const { width, height } = canvas;
  const read = readPictureFile(bytes);
  expect(read).toMatchObject({
    ok: true,
    file: { width, height, format: name.split(' ').at(-1), orientation: 1 },
  });
});

test.each(Object.entries(samples))(
  'what draws of a %s is read as the same picture, to the same bytes',
  (_, bytes) => {
    const [once, twice] = [drawnOf(bytes), drawnOf(drawnOf(bytes))];
    expect(twice).toEqual(once);
  },
);

describe.each(Object.entries(samples))('a %s', (_, bytes) => {
  test.each([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 99.9])('that breaks off after %d %% is none', percent => {
    expect(outcome(bytes.subarray(0, Math.floor((bytes.length * percent) / 100)))).toBe('unreadable');
  });

  test.each([
    ['a page', page],
    ['an archive', zip],
    ['another picture', aPng],
  ])('is taken without %s behind its end', (_what, rest) => {
    expect(drawnOf(Buffer.concat([bytes, rest]))).toEqual(drawnOf(bytes));
  });

  test('is none with something before it', () => {
    expect(outcome(Buffer.concat([page, bytes]))).toBe('unreadable');
  });
});

const metadata: [what: string, bytes: Buffer][] = [
  ['png', png(canvas, [pngChunk('eXIf', exif(6)), pngChunk('tEXt', page), pngChunk('iCCP', page)])],
  [
    'jpeg',
    withSegments(aJpeg, segment(0xe1, Buffer.concat([bytesOf('Exif\0\0'), exif(6)])), segment(0xfe, page)),
  ],
  [
    'webp',
    riff(webpHeader(8 + 4, canvas), insideOf(aWebp), riffChunk('EXIF', exif(6)), riffChunk('XMP ', page)),
  ],
];
test.each(metadata)('of a %s’s metadata only the orientation is kept', (_, bytes) => {
  expect(bytes.includes('GPS')).toBe(true);
  const read = readPictureFile(bytes);
  expect(read).toMatchObject({ ok: true, file: { orientation: 6 } });
  const drawn = Buffer.from(drawnOf(bytes));
  expect(['GPS', 'Exif', 'eXIf', 'script'].filter(word => drawn.includes(word))).toEqual([]);
});

test.each<[what: string, bytes: Uint8Array]>([
  ['nothing', Buffer.alloc(0)],
  ['one byte', Buffer.from([0xff])],
  ['zeros', Buffer.alloc(4096)],
  ['text', bytesOf('a picture of a cat')],
  ['an SVG', bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['an SVG with its declaration', bytesOf('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a page', page],
  ['an archive', zip],
  ['a PDF', bytesOf('%PDF-1.7\n')],
  ['a GIF that is a script, too', bytesOf('GIF89a/*\0\0\0\0\0*/=1;alert(1)//')],
  ['a BMP', bytesOf('BM\x3a\0\0\0\0\0\0\0\x36\0\0\0')],
  ['a TIFF', exif(1)],
  ['an AVIF', bytesOf('\0\0\0\x1cftypavif\0\0\0\0avifmif1')],
  ['a WAV in WebP’s container', riffChunk('RIFF', bytesOf('WAVEfmt '))],
  ['a PNG whose pixels were damaged', spoiled(aPng, 50)],
  ['a PNG whose checksum was damaged', spoiled(aPng, 30)],
  ['a PNG without pixels', Buffer.concat([aPng.subarray(0, 33), pngChunk('IEND')])],
  ['a PNG of no size', pngOf({ width: 0, height: 8, rows: Buffer.alloc(8) })],
  ['a PNG that moves', png(canvas, [pngChunk('acTL', Buffer.alloc(8))])],
  ['a PNG with a part that we do not know and it cannot do without', png(canvas, [pngChunk('CgBI')])],
  [
    'a PNG whose chunk ends beyond the end',
    Buffer.concat([aPng.subarray(0, 33), Buffer.from([0x7f, 255, 255, 255]), aPng]),
  ],
  [
    'a PNG of ten thousand empty chunks',
    png(
      canvas,
      Array.from({ length: 10_000 }, () => pngChunk('tEXt')),
    ),
  ],
  ['a JPEG that is nothing but its ends', Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
  ['a JPEG of four colours', changedFrame([8, 0, 16, 0, 24, 4, ...Array(12).fill(1)])],
  ['a JPEG of two colours', changedFrame([8, 0, 16, 0, 24, 2, ...Array(6).fill(1)])],
  ['a JPEG of twelve bits a colour', changedFrame([12, 0, 16, 0, 24, 1, 1, 0x11, 0])],
  ['a JPEG whose height comes later', changedFrame([8, 0, 0, 0, 24, 1, 1, 0x11, 0])],
  ['a lossless JPEG', changedFrame([8, 0, 16, 0, 24, 1, 1, 0x11, 0], 0xc3)],
  ['a JPEG with arithmetic coding', changedFrame([8, 0, 16, 0, 24, 1, 1, 0x11, 0], 0xc9)],
  ['a JPEG of two frames', withSegments(aJpeg, segment(0xc0, Buffer.from([8, 0, 16, 0, 24, 1, 1, 0x11, 0])))],
  ['a JPEG of a hundred scans', withScans(100)],
  ['a JPEG of ten thousand comments', withSegments(aJpeg, ...Array(10_000).fill(segment(0xfe, page)))],
  [
    'a WebP that moves',
    riff(webpHeader(2, canvas), riffChunk('ANIM', Buffer.alloc(6)), riffChunk('ANMF', aWebp)),
  ],
  ['a WebP that says it moves', riff(webpHeader(2, canvas), insideOf(aWebp))],
  ['a WebP of two pictures', riff(webpHeader(0, canvas), insideOf(aWebp), insideOf(aWebp))],
  ['a WebP whose header says another size', riff(webpHeader(0, { width: 9, height: 9 }), insideOf(aWebp))],
  ['a WebP without a picture', riff(webpHeader(0, canvas))],
  ['a WebP with something before its picture', riff(riffChunk('EXIF', exif(1)), insideOf(aWebp))],
  ['a WebP of no key frame', riff(riffChunk('VP8 ', Buffer.from([1, 0, 0, 0x9d, 1, 0x2a, 24, 0, 16, 0])))],
])('%s is no picture', (_, bytes) => {
  expect(outcome(bytes)).toBe('unreadable');
});

const huge = pictureSide + 1;
test.each<[what: string, bytes: Uint8Array]>([
  ['more bytes than are taken', Buffer.concat([aPng, Buffer.alloc(pictureBytes)])],
  [
    'a PNG that says it is 65,535 pixels a side',
    pngOf({ width: 65_535, height: 65_535, rows: Buffer.alloc(9) }),
  ],
  [
    'a PNG that says it is four thousand million wide',
    pngOf({ width: 2 ** 32 - 1, height: 1, rows: Buffer.alloc(9) }),
  ],
  ['a PNG one pixel too high', pngOf({ width: 1, height: huge, rows: Buffer.alloc(5 * huge) })],
  ['a JPEG that says it is 65,535 pixels a side', changedFrame([8, 255, 255, 255, 255, 1, 1, 0x11, 0])],
  [
    'a WebP of 16,383 pixels',
    riff(riffChunk('VP8 ', Buffer.from([0, 0, 0, 0x9d, 1, 0x2a, 255, 63, 255, 63]))),
  ],
  ['a lossless WebP of 16,384 pixels', riff(riffChunk('VP8L', Buffer.from([0x2f, 255, 255, 255, 15])))],
])('%s: too large', (_, bytes) => {
  expect(outcome(bytes)).toBe('too-large');
});

test('the largest that is taken', () => {
  const { width, height } = { width: pictureSide, height: 1 };
  expect(outcome(png({ width, height }))).toBe('ok');
  expect(outcome(Buffer.concat([aPng, Buffer.alloc(pictureBytes - aPng.length)]))).toBe('ok');
});

test('a WebP’s last chunk need not be padded', () => {
  const padded = riff(riffChunk('VP8L', Buffer.from([0x2f, 0, 0, 0, 0])));
  const bare = padded.subarray(0, -1);
  bare.writeUInt32LE(bare.length - 8, 4);
  expect(bare.length % 2).toBe(1);
  expect(outcome(bare)).toBe('ok');
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %d is read in both byte orders', orientation => {
  expect(orientationIn(exif(orientation))).toBe(orientation);
  expect(orientationIn(exif(orientation, { littleEndian: true }))).toBe(orientation);
});

test.each<[what: string, tiff: Uint8Array]>([
  ['nothing', Buffer.alloc(0)],
  ['other bytes', bytesOf('MM\0+\0\0\0\x08')],
  ['a number that is none', exif(9)],
  ['zero', exif(0)],
  ['its directory beyond the end', bytesOf('MM\0*\xff\xff\xff\xff')],
  ['more entries than there are', bytesOf('MM\0*\0\0\0\x08\xff\xff')],
  ['half an entry', exif(6).subarray(0, 15)],
])('metadata with %s says nothing', (_, tiff) => {
  expect(orientationIn(tiff)).toBe(1);
});

test('any change of any byte is refused or read, never worse', () => {
  for (const bytes of Object.values(samples)) {
    for (let at = 0; at < bytes.length; at++) {
      expect(['ok', 'unreadable', 'too-large']).toContain(outcome(spoiled(bytes, at)));
    }
  }
});

function outcome(bytes: Uint8Array): 'ok' | 'unreadable' | 'too-large' {
  const read = readPictureFile(bytes);
  return read.ok ? 'ok' : read.reason;
}

function drawnOf(bytes: Uint8Array): Uint8Array {
  const read = readPictureFile(bytes);
  if (!read.ok) throw new Error(read.reason);
  return read.file.drawn;
}

function spoiled(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 0xff;
  return changed;
}

/** A JPEG of one frame that says this, and a scan without pixels. */
function changedFrame(data: number[], marker = 0xc0): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(marker, Buffer.from(data)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0xff, 0xd9]),
  ]);
}

function withScans(count: number): Buffer {
  const end = aJpeg.length - 2;
  const scan = segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0]));
  return Buffer.concat([aJpeg.subarray(0, end), ...Array(count).fill(scan), aJpeg.subarray(end)]);
}

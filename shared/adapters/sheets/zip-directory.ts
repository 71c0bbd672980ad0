/** What a zip says of the files in it: the list at its end (APPNOTE 4.3), also where its numbers need 64 bits. */
import { refusal } from './refuse.ts';

export type ZipEntry = {
  method: 'stored' | 'deflated';
  crc: number;
  /** Bytes as they lie there. */
  packed: number;
  /** Where its own header stands. */
  offset: number;
};

/** `read` refuses what does not lie whole inside the file. */
export type Reading = { size: number; read(position: number, length: number): Promise<Buffer> };

type Place = { count: number; bytes: number; offset: number };

/** Workbooks have some ten files, and hundreds where there are many pictures. */
const mostEntries = 10_000;
const mostBytes = 4 * 1024 * 1024;

/** By their names in small letters, with `/` between folders. */
export async function directoryOf(reading: Reading): Promise<Map<string, ZipEntry>> {
  const { count, bytes, offset } = await placeOf(reading);
  if (count > mostEntries || bytes > mostBytes) throw refusal('bomb');
  const directory = await reading.read(offset, bytes);
  const entries = new Map<string, ZipEntry>();
  for (let at = 0, i = 0; i < count; i++) at = addEntry(entries, directory, at);
  return entries;
}

const end = { signature: Buffer.from('PK\x05\x06', 'latin1'), bytes: 22, mostComment: 0xffff };
const end64 = { locator: 0x07064b50, locatorBytes: 20, signature: 0x06064b50, bytes: 56 };

/** The last thing in the file, but for a comment. */
async function placeOf({ size, read }: Reading): Promise<Place> {
  const length = Math.min(size, end.bytes + end.mostComment);
  const tail = await read(size - length, length);
  const at = tail.lastIndexOf(end.signature, length - end.bytes);
  if (at === -1 || length < end.bytes) throw refusal('broken');
  const record = tail.subarray(at);
  const place = {
    count: record.readUInt16LE(10),
    bytes: record.readUInt32LE(12),
    offset: record.readUInt32LE(16),
  };
  const isWide = place.count === 0xffff || place.bytes === 0xffffffff || place.offset === 0xffffffff;
  return isWide ? widePlaceOf(read, size - length + at) : place;
}

async function widePlaceOf(read: Reading['read'], endAt: number): Promise<Place> {
  const locator = await read(endAt - end64.locatorBytes, end64.locatorBytes);
  if (locator.readUInt32LE(0) !== end64.locator) throw refusal('broken');
  const record = await read(wideNumber(locator, 8), end64.bytes);
  if (record.readUInt32LE(0) !== end64.signature) throw refusal('broken');
  return { count: wideNumber(record, 32), bytes: wideNumber(record, 40), offset: wideNumber(record, 48) };
}

const entrySignature = 0x02014b50;
const entryBytes = 46;

/** Returns where the next one stands. */
function addEntry(entries: Map<string, ZipEntry>, directory: Buffer, at: number): number {
  if (at + entryBytes > directory.length) throw refusal('broken');
  const header = directory.subarray(at);
  if (header.readUInt32LE(0) !== entrySignature) throw refusal('broken');
  const nameEnd = entryBytes + header.readUInt16LE(28);
  const extraEnd = nameEnd + header.readUInt16LE(30);
  const length = extraEnd + header.readUInt16LE(32);
  if (length > header.length) throw refusal('broken');
  const name = header.toString('utf8', entryBytes, nameEnd).replaceAll('\\', '/').toLowerCase();
  entries.set(name, entryOf(header, header.subarray(nameEnd, extraEnd)));
  return at + length;
}

function entryOf(header: Buffer, extra: Buffer): ZipEntry {
  // With a password. What has one is no table to us, whatever is in it.
  if ((header.readUInt16LE(8) & 1) !== 0) throw refusal('not-a-table');
  const method = header.readUInt16LE(10);
  if (method !== 0 && method !== 8) throw refusal('broken');
  const [packed, offset] = wideOnes(header, extra);
  return { method: method === 0 ? 'stored' : 'deflated', crc: header.readUInt32LE(16), packed, offset };
}

/** Numbers that do not fit follow in the extra field of kind 1, in this order, and only those. */
function wideOnes(header: Buffer, extra: Buffer): [packed: number, offset: number] {
  const wide = wideField(extra);
  let at = 0;
  const [, packed = 0, offset = 0] = [24, 20, 42].map(place => {
    const number = header.readUInt32LE(place);
    if (number !== 0xffffffff) return number;
    at += 8;
    return wideNumber(wide, at - 8);
  });
  return [packed, offset];
}

function wideField(extra: Buffer): Buffer {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === 1) return extra.subarray(at + 4);
  return Buffer.alloc(0);
}

function wideNumber(bytes: Buffer, at: number): number {
  if (at + 8 > bytes.length) throw refusal('broken');
  return Number(bytes.readBigUInt64LE(at));
}

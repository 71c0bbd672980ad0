/** The same zip, its numbers written with 64 bits, as some programs do however small it is. */
export function wideZip(zip: Uint8Array): Buffer {
  const bytes = Buffer.from(zip);
  const end = bytes.subarray(bytes.lastIndexOf('PK\x05\x06'));
  const start = end.readUInt32LE(16);
  const directory = Buffer.concat(entriesIn(bytes.subarray(start, bytes.length - end.length)).map(wideEntry));
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 'latin1');
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(end.readUInt16LE(10)), 32);
  record.writeBigUInt64LE(BigInt(directory.length), 40);
  record.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(start + directory.length), 8);
  const wideEnd = Buffer.alloc(22, 0xff);
  wideEnd.write('PK\x05\x06\0\0\0\0', 'latin1');
  wideEnd.writeUInt16LE(0, 20);
  return Buffer.concat([bytes.subarray(0, start), directory, record, locator, wideEnd]);
}

/** Those of a directory whose entries have neither extra fields nor comments. */
function entriesIn(directory: Buffer): Buffer[] {
  if (directory.length === 0) return [];
  const length = 46 + directory.readUInt16LE(28);
  return [directory.subarray(0, length), ...entriesIn(directory.subarray(length))];
}

function wideEntry(entry: Buffer): Buffer {
  const narrow = Buffer.from(entry);
  const other = Buffer.from([0x55, 0x54, 1, 0, 9]);
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1);
  extra.writeUInt16LE(24, 2);
  [24, 20, 42].forEach((place, i) => {
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(place)), 4 + 8 * i);
    narrow.writeUInt32LE(0xffffffff, place);
  });
  narrow.writeUInt16LE(other.length + extra.length, 30);
  return Buffer.concat([narrow, other, extra]);
}

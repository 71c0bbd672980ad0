/** The text of a CSV, whose encoding nobody says: a mark does, or else the bytes of the whole file. */
import { createReadStream } from 'node:fs';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** By its byte order mark. */
export function markedEncoding(head: Uint8Array): Encoding | undefined {
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** Where no mark says it: what is not UTF-8 throughout was written by a Windows of the West, where every byte is something. */
export async function encodingOf(path: string): Promise<Encoding> {
  return (await isUtf8(path)) ? 'utf-8' : 'windows-1252';
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const chunks: AsyncIterable<Uint8Array> = createReadStream(path);
  for await (const chunk of chunks) if (!canDecode(decoder, chunk)) return false;
  return canDecode(decoder);
}

function canDecode(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false; // decoders throw for nothing else
  }
}

/** Without its byte order mark, from the start or from a later character on, which stands among the first 32,000. */
export async function* textOf(path: string, encoding: Encoding, from = 0): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  const chunks: AsyncIterable<Uint8Array> = createReadStream(path);
  let skipped = from;
  for await (const chunk of chunks) {
    yield decoder.decode(chunk, { stream: true }).slice(skipped);
    skipped = 0;
  }
  yield decoder.decode();
}

/** XML as it comes, in tags and texts without their prefixes; never more of it at a time than a cell could need. */
import { SaxesParser } from 'saxes';
import { markedEncoding } from './csv-text.ts';
import { refusal } from './refuse.ts';

export type Attributes = Readonly<Record<string, string>>;

export type XmlHandler = {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(text: string): void;
};

/** A cell's text where every character is written as `_x000D_`, and an entity on top of it. */
const mostBetween = 512 * 1024;

/** Sheets need about ten. */
const mostDeep = 64;

/** Characters: room for a hundred cells, each of which may refer to a long text. */
const piece = 4096;

/** Gives way after each piece, so that what was found in it can be taken. */
export async function* parsedXml(
  bytes: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
): AsyncGenerator<void> {
  const parser = guardedParser(handler);
  let decoder: TextDecoder | undefined;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(markedEncoding(chunk) ?? 'utf-8', { fatal: true });
    const text = decoded(decoder, chunk);
    for (let at = 0; at < text.length; at += piece) {
      parser.write(text.slice(at, at + piece));
      yield;
    }
  }
  if (decoder) parser.write(decoded(decoder));
  parser.end();
  yield;
}

export async function readXml(bytes: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  for await (const _ of parsedXml(bytes, handler));
}

function decoded(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    throw refusal('broken'); // decoders throw for nothing else
  }
}

/** With a seventh listener, V8 takes the parser for a dictionary, and it is five times as slow. */
function guardedParser({ open, close, text }: XmlHandler) {
  const parser = new SaxesParser({ position: false, xmlns: false });
  let [depth, between] = [0, 0];
  const heard = () => {
    between = 0;
  };
  parser.on('error', () => {
    throw refusal('broken');
  });
  // Workbooks have none, and nothing good comes of one.
  parser.on('doctype', () => {
    throw refusal('broken');
  });
  parser.on('opentag', ({ name, attributes }) => {
    heard();
    if (++depth > mostDeep) throw refusal('broken');
    open(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    heard();
    depth--;
    close(local(name));
  });
  const onText = (found: string) => {
    heard();
    text?.(found);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  return {
    write: (xml: string) => {
      between += xml.length;
      if (between > mostBetween) throw refusal('too-long');
      parser.write(xml);
    },
    end: () => void parser.close(),
  };
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** Of an attribute whose prefix is its writer's choice. */
export function prefixed(attributes: Attributes, name: string): string | undefined {
  return Object.entries(attributes).find(([key]) => local(key) === name)?.[1];
}

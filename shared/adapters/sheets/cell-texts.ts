/** The texts in a workbook's XML: those of cells, and those that cells refer to by number. */
import { mostCharacters } from './cells.ts';
import { refusal } from './refuse.ts';
import type { TextStore } from './text-store.ts';
import { readXml, type XmlHandler } from './xml.ts';

export type TextCollector = Required<XmlHandler> & {
  /** What was found since the last time. */
  take(): string;
};

/** What stands in values and in texts, which may come in runs of different looks; not how they are pronounced. */
export function textCollector(): TextCollector {
  let found = '';
  let isWanted = false;
  let isPronunciation = false;
  return {
    open: name => {
      if (name === 'rPh') isPronunciation = true;
      if (name === 't' || name === 'v') isWanted = !isPronunciation;
    },
    close: name => {
      if (name === 'rPh') isPronunciation = false;
      if (name === 't' || name === 'v') isWanted = false;
    },
    text: text => {
      if (!isWanted) return;
      found += text;
      if (found.length > mostCharacters * '_x000D_'.length) throw refusal('too-long');
    },
    take: () => {
      const taken = found;
      found = '';
      return taken;
    },
  };
}

export async function storeTexts(bytes: AsyncIterable<Uint8Array>, store: TextStore): Promise<void> {
  const collector = textCollector();
  await readXml(bytes, {
    open: collector.open,
    text: collector.text,
    close: name => {
      collector.close(name);
      if (name === 'si') store.add(unescaped(collector.take()));
    },
  });
}

/** Characters that XML cannot say stand there by their numbers. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

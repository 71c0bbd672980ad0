/** Many texts by their numbers, in the order they came: on disk, since there may be millions, and few of them at hand. */
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { refusal } from './refuse.ts';

export type TextStore = {
  add(text: string): void;
  /** Undefined where there are not so many. */
  get(number: number): string | undefined;
  close(): void;
};

/** 8 MB are at hand. */
const pageBytes = 16 * 1024;
const pagesAtHand = 512;

/** Where texts end takes 4 bytes each. */
const blockTexts = 64 * 1024;
const most = { texts: 256 * blockTexts, bytes: 400 * 1024 * 1024 };

/** At a path that is the store's own; nothing is there before a page is full. */
export function openTextStore(path: string): TextStore {
  const pages = pageFile(path);
  const ends: Uint32Array[] = [];
  let count = 0;
  let size = 0;
  const endOf = (number: number) => ends[Math.floor(number / blockTexts)]?.[number % blockTexts] ?? 0;
  return {
    add: text => {
      size += pages.append(Buffer.from(text));
      if (count === most.texts || size > most.bytes) throw refusal('bomb');
      if (count % blockTexts === 0) ends.push(new Uint32Array(blockTexts));
      ends.at(-1)?.fill(size, count % blockTexts, (count % blockTexts) + 1);
      count++;
    },
    get: number =>
      Number.isInteger(number) && number >= 0 && number < count
        ? pages.text(number === 0 ? 0 : endOf(number - 1), endOf(number))
        : undefined,
    close: pages.close,
  };
}

type AtHand = { page: number; bytes: Buffer };

/** Synchronous, like the parser that fills it and the one that asks for what is in it. */
function pageFile(path: string) {
  const last = Buffer.alloc(pageBytes);
  const atHand: AtHand[] = [];
  let file: number | undefined;
  let size = 0;

  function append(bytes: Buffer): number {
    for (let done = 0; done < bytes.length; ) {
      const copied = bytes.copy(last, size % pageBytes, done);
      done += copied;
      size += copied;
      if (size % pageBytes !== 0) continue;
      file ??= openSync(path, 'w+');
      writeSync(file, last, 0, pageBytes, size - pageBytes);
    }
    return bytes.length;
  }

  /** Each page has one place where it can be at hand. */
  function pageAt(page: number): Buffer {
    if (page === Math.floor(size / pageBytes) || file === undefined) return last;
    const place = atHand[page % pagesAtHand];
    if (place?.page === page) return place.bytes;
    const bytes = place?.bytes ?? Buffer.alloc(pageBytes);
    readSync(file, bytes, 0, pageBytes, page * pageBytes);
    atHand[page % pagesAtHand] = { page, bytes };
    return bytes;
  }

  function text(from: number, to: number): string {
    const [first, end] = [Math.floor(from / pageBytes), Math.ceil(to / pageBytes)];
    const within = (page: number) =>
      pageAt(page).subarray(Math.max(0, from - page * pageBytes), Math.min(pageBytes, to - page * pageBytes));
    if (end - first <= 1) return within(first).toString();
    const pieces = Array.from({ length: end - first }, (_, i) => Buffer.from(within(first + i)));
    return Buffer.concat(pieces).toString();
  }

  function close() {
    if (file === undefined) return;
    closeSync(file);
    rmSync(path, { force: true });
    file = undefined;
  }

  return { append, text, close };
}

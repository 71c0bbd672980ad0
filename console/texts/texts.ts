/**
 * The words of the console, in the reader's language. A further language is one more file of the same shape.
 *
 * `t` holds what every page may need, and is loaded with the first. The words of one area come with its pages: they stand in
 * `en/<area>.ts`, which `en.ts` does not include, and are read from `<area>.ts` beside this file:
 *
 *     export const groupsTexts = await areaTexts(english);
 */
import { en } from './en.ts';

/** What a catalogue must hold: the same entries, whatever the words. */
type Shape<T> = T extends string
  ? string
  : T extends (...given: infer G) => string
    ? (...given: G) => string
    : { readonly [K in keyof T]: Shape<T[K]> };

export type Texts = Shape<typeof en>;

type Translations<T> = Readonly<Record<string, () => Promise<Shape<T>>>>;
const others: Translations<typeof en> = {};

/** Read when it is used, never kept: it is replaced once, before the first page is drawn. */
export let t: Texts = en;

/** The reader's languages, most wanted first. Dates and numbers follow the first, words the first that we have. */
export function wantedLanguages(): readonly string[] {
  const named = typeof navigator === 'undefined' ? [] : navigator.languages;
  // Some browsers name what is no language, such as "en-US@posix" where the system has none.
  const tags = named.map(tag => tag.split('@')[0] ?? '').filter(isLanguageTag);
  return tags.length > 0 ? tags : ['en'];
}

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length > 0;
  } catch {
    return false;
  }
}

export async function loadTexts(): Promise<void> {
  t = await areaTexts(en, others);
  document.documentElement.lang = languageAmong(others);
}

/** The words of an area, in the first of the reader's languages that has them. */
export async function areaTexts<T>(english: T, others: Translations<T> = {}): Promise<Shape<T>> {
  const load = others[languageAmong(others)];
  return load ? load() : (english as Shape<T>); // what has a shape has its own
}

function languageAmong(others: Translations<unknown>): string {
  const tags = wantedLanguages().map(tag => tag.split('-')[0] ?? '');
  return tags.find(tag => tag === 'en' || Object.hasOwn(others, tag)) ?? 'en';
}

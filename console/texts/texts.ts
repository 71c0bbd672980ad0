/** The words of the page, in the reader's language. A further language is one more file of the same shape. */
import { en } from './en.ts';

/** What a catalogue must hold: the same entries, whatever the words. */
type Shape<T> = T extends string
  ? string
  : T extends (...given: infer G) => string
    ? (...given: G) => string
    : { readonly [K in keyof T]: Shape<T[K]> };

export type Texts = Shape<typeof en>;

const catalogues: Readonly<Record<string, () => Promise<Texts>>> = {
  en: async () => en,
};

/** Read when it is used, never kept: it is replaced once, before the first page is drawn. */
export let t: Texts = en;

/** The reader's languages, most wanted first. Dates and numbers follow the first, words the first that we have. */
export function wantedLanguages(): readonly string[] {
  return typeof navigator === 'undefined' ? ['en'] : navigator.languages;
}

export async function loadTexts(): Promise<void> {
  const language = wantedLanguages()
    .map(tag => tag.split('-')[0] ?? '')
    .find(tag => tag in catalogues);
  const load = catalogues[language ?? 'en'];
  if (load) t = await load();
  document.documentElement.lang = language ?? 'en';
}

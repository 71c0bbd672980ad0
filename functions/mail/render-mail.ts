/** Mails: out of a letter, a language and values come a subject, an HTML part and a plain-text part. */
import type { Language } from '../../shared/contract/text.ts';
import { asHtml, asText, fillTemplate, type Words } from './fill-template.ts';
import { languages } from './languages.ts';
import type { Given, Letter, Values } from './letter.ts';
import { printValues } from './print-values.ts';
import htmlTemplate from './template/letter.mjml';
import textTemplate from './template/letter.txt';

interface RenderedMail {
  /** One line, whatever the values. */
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Values may hold anything that people type. Throws only for a link that is neither https nor on localhost. */
export function renderMail<V extends Values>(
  letter: Letter<V>,
  language: Language,
  values: Given<V>,
): RenderedMail {
  const shared = languages[language];
  const printed = printValues(letter.values, values, shared);
  const own = letter[language];
  const said = say({ ...shared.sentences, heading: own.subject, ...own }, printed);
  const known: Words = { ...printed, ...said, language };
  const words = { ...known, initial: initialOf(known.organizationName) };
  return {
    subject: said.subject.replace(/[\r\n]+/g, ' '),
    html: fillTemplate(htmlTemplate, words, asHtml),
    text: fillTemplate(textTemplate, words, asText),
  };
}

/** Whoever wrote the sentences has said what values they are made of: `letter` compares the two. */
function say<Name extends string>(
  sentences: Readonly<Record<Name, string | ((values: never) => string)>>,
  values: Words,
): Record<Name, string> {
  const said = Object.entries<string | ((values: never) => string)>(sentences).map(([name, sentence]) => [
    name,
    typeof sentence === 'string' ? sentence : sentence(values as never),
  ]);
  return Object.fromEntries(said);
}

/** The letter or digit that stands for an organization where a logo would. */
function initialOf(organizationName = ''): string {
  return organizationName.match(/[\p{L}\p{N}]/u)?.[0].toUpperCase() ?? '•';
}

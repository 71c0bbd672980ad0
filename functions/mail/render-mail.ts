/** Mails: out of a letter, a language and values come a subject, an HTML part and a plain-text part. */
import type { Language } from '../../shared/contract/text.ts';
import { asHtml, asText, fillTemplate, type Words } from './fill-template.ts';
import { languages } from './languages.ts';
import type { Given, InSome, Letter, Printed, Sentence, Values } from './letter.ts';
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
export function renderMail<V extends Values, More extends InSome>(
  letter: Letter<V, More>,
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

function say<Name extends string, V>(
  sentences: Readonly<Record<Name, Sentence<V>>>,
  values: Printed<V>,
): Record<Name, string> {
  const said = Object.entries<Sentence<V>>(sentences).map(([name, sentence]) => [
    name,
    typeof sentence === 'string' ? sentence : sentence(values),
  ]);
  return Object.fromEntries(said);
}

/** The letter or digit that stands for an organization where a logo would. */
function initialOf(organizationName = ''): string {
  return organizationName.match(/[\p{L}\p{N}]/u)?.[0].toUpperCase() ?? '•';
}

/** Mails: out of a name, a language and values come a subject, an HTML part and a plain-text part. */
import type { Language } from '../../shared/contract/text.ts';
import { asHtml, asText, fillTemplate, type Words } from './fill-template.ts';
import type { MailName, MailValues, Printed } from './mails.ts';
import { printValues } from './print-values.ts';
import { templates } from './templates.ts';
import { catalogue } from './texts/catalogue.ts';
import type { Letter, Sentence } from './texts/texts.ts';

interface MailRequest<M extends MailName> {
  readonly mail: M;
  readonly language: Language;
  readonly values: MailValues<M>;
}

interface RenderedMail {
  /** One line, whatever the values. */
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Values may hold anything that people type. Throws only for a link that is neither https nor on localhost. */
export function renderMail<M extends MailName>({ mail, language, values }: MailRequest<M>): RenderedMail {
  const texts = catalogue[language];
  const printed = printValues(mail, values, texts);
  const sentences = writeLetter(texts.letters[mail], printed);
  const said: Words = { ...printed, ...sentences, language, buttonHint: texts.buttonHint };
  const words = { ...said, initial: initialOf(said.organizationName) };
  return {
    subject: sentences.subject.replace(/[\r\n]+/g, ' '),
    html: fillTemplate(templates[mail].html, words, asHtml),
    text: fillTemplate(templates[mail].text, words, asText),
  };
}

function writeLetter<M extends MailName>(
  letter: Letter<M>,
  values: Printed<M>,
): Record<keyof Letter<M>, string> {
  const sentences = Object.entries<Sentence<M>>(letter).map(([name, sentence]) => [
    name,
    typeof sentence === 'string' ? sentence : sentence(values),
  ]);
  return Object.fromEntries(sentences);
}

/** The letter or digit that stands for an organization where a logo would. */
function initialOf(organizationName = ''): string {
  return organizationName.match(/[\p{L}\p{N}]/u)?.[0].toUpperCase() ?? '•';
}

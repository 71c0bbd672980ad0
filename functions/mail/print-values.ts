/** Turns what the caller hands over into words that are safe to set into a sentence of any language. */
import type { Shared } from './languages.ts';
import type { Given, Kind, Kinds, Printed, Values } from './letter.ts';

/** A value that is absent or blank comes back as absent. Throws where a link is no link: that is our own bug. */
export function printValues<V extends Values>(kinds: V, values: Given<V>, shared: Shared): Printed<V> {
  // Object.entries forgets which name has which kind; the kinds that type `values` are the ones read here.
  const given = values as Readonly<Record<string, Kinds[Kind] | undefined>>;
  const printed = Object.entries<string>(kinds).map(([name, kind]) => {
    const value = given[name];
    const print = printers[kind.replace('?', '') as Kind] as (value: Kinds[Kind], shared: Shared) => string;
    return [name, value === undefined ? undefined : print(value, shared) || undefined];
  });
  return Object.fromEntries(printed) as Printed<V>;
}

const printers: { readonly [K in Kind]: (value: Kinds[K], shared: Shared) => string } = {
  line: value => isolate(clean(value).replace(/\s+/g, ' ').trim()),
  quote: value =>
    clean(value)
      .trim()
      .replace(/\n{3,}/g, '\n\n'),
  role: (value, { roles }) => roles[value],
  factor: (value, { factors }) => factors[value],
  link: value => checkedLink(value),
  moment: (value, { locale }) => tellMoment(value, locale),
};

/** Without control characters, and without the marks that turn round the text after them. */
function clean(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '');
}

/** Keeps a name in a right-to-left script from rearranging the sentence around it (Unicode UAX #9, FSI and PDI). */
function isolate(value: string): string {
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(value)
    ? `\u2068${value}\u2069`
    : value;
}

function checkedLink(value: string): string {
  const url = URL.parse(value);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === 'localhost'))
    return url.href;
  // Not a word of the value itself: it may carry a token, and this ends in a log.
  throw new Error('A link in a mail must begin with https://, or with http://localhost.');
}

function tellMoment(value: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
    timeZoneName: 'short',
  }).format(value);
}

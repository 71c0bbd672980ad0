/**
 * What a mail is: the values it is filled with, and its sentences in every language. A new mail is a file in
 * `letters/`. All have the one form of `template/`, each with the parts it has something to say for. Whoever sends a
 * mail imports its letter, so that a Lambda carries only those that it sends.
 */
import type { Factor } from '../../shared/contract/factors.ts';
import type { Role } from '../../shared/contract/roles.ts';
import type { Language } from '../../shared/contract/text.ts';

/** What the caller hands over, by kind; `print-values.ts` turns each into words. */
export interface Kinds {
  /** One line, such as a name. */
  line: string;
  /** What a person wrote, in several lines: always shown as a quotation. */
  quote: string;
  role: Role;
  factor: Factor;
  /** An address: https, or http on localhost. */
  link: string;
  /** A moment, told in UTC. */
  moment: Date;
}
export type Kind = keyof Kinds;

/** The kind of each value. A question mark says that the value may be absent. */
export type Values = Readonly<Record<string, Kind | `${Kind}?`>> & {
  /** Whom the letter greets. */
  readonly addressee: 'line';
  /** Heads the letter. */
  readonly organizationName: 'line';
  /** Where the button leads. */
  readonly link?: 'link';
};

type Always<V> = { [Name in keyof V as V[Name] extends Kind ? Name : never]: V[Name] };
type Perhaps<V> = { [Name in keyof V as V[Name] extends Kind ? never : Name]: V[Name] };
type Raw<K> = K extends Kind ? Kinds[K] : K extends `${infer Known extends Kind}?` ? Kinds[Known] : never;

/** What the caller hands over for a letter. */
export type Given<V> = { readonly [Name in keyof Always<V>]: Raw<Always<V>[Name]> } & {
  readonly [Name in keyof Perhaps<V>]?: Raw<Perhaps<V>[Name]>;
};

/** The same values as words in the letter's language. */
export type Printed<V> = { readonly [Name in keyof Always<V>]: string } & {
  readonly [Name in keyof Perhaps<V>]?: string;
};

/** A sentence, or how to make one out of the values, which come as words in the same language. */
export type Sentence<V> = string | ((values: Printed<V>) => string);

/** `preheader` is what a list of mails shows beside the subject; `reason` says at the foot why the mail was sent. */
type InEvery = 'subject' | 'preheader' | 'body' | 'reason';

/** Unless it is said, the subject is the heading, and question and expiry are the language's own. */
type InSome =
  | 'heading'
  /** Above the note. */
  | 'noteFrom'
  /** The question whether it was you, and what to do if not. */
  | 'question'
  | 'remedy'
  | 'button'
  /** Until when the button's link works. */
  | 'expiry'
  /** In small print: what to do if the mail was not expected. */
  | 'unexpected';

/** Names are the placeholders that the template uses. */
type Written<V extends Values, Name extends string> = { readonly values: V } & {
  readonly [L in Language]: { readonly [N in Name]: Sentence<V> };
};

/** As far as it concerns whoever sends it. */
export type Letter<V extends Values> = Written<V, InEvery>;

/**
 * Checks a letter against its own values. A language that lacks a sentence does not compile.
 * @param written `says`: what it says beyond what every letter says
 */
export function letter<const V extends Values, More extends InSome>(
  written: Written<V, InEvery | More> & { readonly says: readonly More[] },
): Letter<V> {
  return written;
}

/** What every language must say. A language that lacks a sentence does not compile. */
import type { Role } from '../../../shared/contract/roles.ts';
import type { MailName, Printed } from '../mails.ts';

/** A sentence, or how to make one out of the mail's values, which come as words in the same language. */
export type Sentence<M extends MailName> = string | ((values: Printed<M>) => string);

/** The sentences of every mail. */
type Common = 'subject' | 'preheader' | 'heading' | 'greeting' | 'button' | 'unexpected' | 'reason';

/** The sentences that one mail has beyond those. */
interface Own {
  invitation: 'account' | 'noteFrom' | 'expiry';
  'password-reset': 'request' | 'expiry';
  'password-changed': 'change' | 'remedy';
}

/** Names are the placeholders that the templates use. */
export type Letter<M extends MailName> = { readonly [Name in Common | Own[M]]: Sentence<M> };

export interface Texts {
  /** For dates: a BCP 47 tag. */
  readonly locale: string;
  readonly roles: Readonly<Record<Role, string>>;
  /** Stands above the button's address, written out. */
  readonly buttonHint: string;
  readonly letters: { readonly [M in MailName]: Letter<M> };
}

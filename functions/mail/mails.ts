/** The mails we send, and what each is filled with. A new mail is a row here, two templates and its texts. */
import type { Role } from '../../shared/contract/roles.ts';

/** What the caller hands over, by kind; `print-values.ts` turns each into words. */
export interface Kinds {
  /** One line, such as a name. */
  line: string;
  /** What a person wrote, in several lines: always shown as a quotation. */
  quote: string;
  role: Role;
  /** An address: https, or http on localhost. */
  link: string;
  /** A moment, told in UTC. */
  moment: Date;
}
export type Kind = keyof Kinds;

/** A question mark says that the value may be absent. */
export const mails = {
  invitation: {
    organizationName: 'line',
    /** Absent when the deployment itself invites. */
    inviterName: 'line?',
    inviteeName: 'line',
    /** The address of the account they have already, who need not choose a password any more. */
    accountEmail: 'line?',
    role: 'role',
    note: 'quote?',
    link: 'link',
    expiresAt: 'moment',
  },
  'password-reset': {
    /** Heads the letter where it is known. */
    organizationName: 'line?',
    personName: 'line',
    link: 'link',
    expiresAt: 'moment',
  },
  'password-changed': {
    organizationName: 'line',
    personName: 'line',
    changedAt: 'moment',
    signInLink: 'link',
    forgotPasswordLink: 'link',
  },
} as const satisfies Record<string, Record<string, Kind | `${Kind}?`>>;

type Mails = typeof mails;
export type MailName = keyof Mails;

type Always<Row> = { [Name in keyof Row as Row[Name] extends Kind ? Name : never]: Row[Name] };
type Perhaps<Row> = { [Name in keyof Row as Row[Name] extends Kind ? never : Name]: Row[Name] };
type Raw<K> = K extends Kind ? Kinds[K] : K extends `${infer Known extends Kind}?` ? Kinds[Known] : never;

/** What the caller hands over for a mail. */
export type MailValues<M extends MailName> = {
  readonly [Name in keyof Always<Mails[M]>]: Raw<Always<Mails[M]>[Name]>;
} & {
  readonly [Name in keyof Perhaps<Mails[M]>]?: Raw<Perhaps<Mails[M]>[Name]>;
};

/** The same values as words in the mail's language. */
export type Printed<M extends MailName> = { readonly [Name in keyof Always<Mails[M]>]: string } & {
  readonly [Name in keyof Perhaps<Mails[M]>]?: string;
};

/**
 * SES and the mailbox page: aws-ses-v2-local, with what SES decides itself in front (see `mail/sending.ts`). Text
 * messages lie in the mailbox, too, because there is no telephone here to show them.
 */
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { failure } from '../failure.ts';
import type { Sms } from './cognito/world.ts';
import type { Handler, LocalServer } from './http.ts';
import { keepSms } from './mail/keep-sms.ts';
import { createSending, type Sending } from './mail/sending.ts';
import type { SesEvent } from './mail/ses-events.ts';
import { defaultPlace, type Place } from './place.ts';
import { requireFreePorts } from './ports.ts';

export type MailOptions = {
  readonly port: number;
  readonly clock: () => Date;
  readonly place?: Place;
  /** Told, after the send was answered, every event that a configuration set publishes to EventBridge. */
  readonly onSesEvent?: (event: SesEvent) => void;
};

export type MailServer = LocalServer &
  Pick<Sending, 'verifyIdentity' | 'identityOf' | 'defineConfigurationSet'> & {
    /** SES's API, both versions: what the gate passes SES calls to. */
    readonly handler: Handler;
    /** Puts a text message into the mailbox. */
    keepSms(sms: Sms): void;
  };

export type Mail = {
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly html?: string;
  readonly text?: string;
  /** When it was sent, in real seconds since 1970: the mailbox does not know the local cloud's clock. */
  readonly at: number;
};

/** Required and not imported: what an import of its CommonJS is called depends on who loads it. */
type SesPackage = { readonly default: (at: { host: string; port: number }) => Promise<Server> };

/** Starts the mailbox: its page at `endpoint`, SES's API at `handler`. */
export async function startMail(options: MailOptions): Promise<MailServer> {
  await requireFreePorts({ mailbox: options.port });
  const { default: listen } = createRequire(import.meta.url)('aws-ses-v2-local') as SesPackage;
  const server = await listen({ host: '127.0.0.1', port: options.port });
  if (!server.listening) throw failure(`The mailbox could not listen on port ${options.port}`);
  const endpoint = `http://127.0.0.1:${options.port}`;
  const sending = createSending({
    mailbox: endpoint,
    clock: options.clock,
    place: options.place ?? defaultPlace,
    publish: event => options.onSesEvent?.(event),
  });
  return {
    endpoint,
    handler: sending.handler,
    keepSms,
    verifyIdentity: sending.verifyIdentity,
    identityOf: sending.identityOf,
    defineConfigurationSet: sending.defineConfigurationSet,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Every mail in the mailbox, oldest first; `since`: only those sent at that second or later. */
export async function listMails(mailbox: string, since = 0): Promise<readonly Mail[]> {
  const answer = await fetch(`${mailbox}/store?since=${since}`);
  const { emails } = (await answer.json()) as { emails: readonly StoredMail[] };
  return emails.map(({ messageId, from, destination, subject, body, at }) => ({
    messageId,
    from,
    to: [...destination.to, ...destination.cc, ...destination.bcc],
    subject,
    ...body,
    at,
  }));
}

type StoredMail = {
  readonly messageId: string;
  readonly from: string;
  readonly destination: Readonly<Record<'to' | 'cc' | 'bcc', readonly string[]>>;
  readonly subject: string;
  readonly body: { readonly html?: string; readonly text?: string };
  readonly at: number;
};

/** What was texted to a telephone, oldest first. */
export async function listTexts(mailbox: string, telephone: string): Promise<string[]> {
  const mails = await listMails(mailbox);
  return mails.filter(({ to }) => to.includes(telephone)).map(({ text = '' }) => text);
}

/** Empties the mailbox. */
export async function emptyMailbox(mailbox: string): Promise<void> {
  await fetch(`${mailbox}/clear-store`, { method: 'POST' });
}

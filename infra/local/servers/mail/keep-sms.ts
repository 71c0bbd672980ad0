/** Text messages in the mailbox: entries to a telephone's number, which no mail can be to. */
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Sms } from '../cognito/world.ts';

/** What aws-ses-v2-local keeps of a mail, and its page shows. */
type Entry = {
  readonly messageId: string;
  readonly from: string;
  readonly replyTo: readonly string[];
  readonly destination: Readonly<Record<'to' | 'cc' | 'bcc', readonly string[]>>;
  readonly subject: string;
  readonly body: { readonly text: string };
  readonly attachments: readonly never[];
  /** In seconds since 1970. */
  readonly at: number;
};

type Store = { readonly saveEmail: (entry: Entry) => void };

/** The package's own store, past its API: that would have SES send, which nobody did. */
export function keepSms({ to, text }: Sms): void {
  const { saveEmail } = createRequire(import.meta.url)('aws-ses-v2-local/dist/store.js') as Store;
  saveEmail({
    messageId: randomUUID(),
    from: 'SMS',
    replyTo: [],
    destination: { to: [to], cc: [], bcc: [] },
    subject: `SMS to ${to}`,
    body: { text },
    attachments: [],
    at: Math.floor(Date.now() / 1_000),
  });
}

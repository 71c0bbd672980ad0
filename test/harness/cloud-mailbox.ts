/** The local cloud's mailbox as one test file sees it: what has come is kept, and only what may be new is fetched. */
import { listMails, type Mail } from '../../infra/local/servers/mail.ts';

/** Answers every mail since it was opened, oldest first. The mailbox keeps time by the second. */
export function openMailbox(mailbox: string): () => Promise<readonly Mail[]> {
  const come = new Map<string, Mail>();
  let newest = Math.floor(Date.now() / 1000);
  return async () => {
    for (const mail of await listMails(mailbox, newest)) {
      come.set(mail.messageId, mail);
      newest = Math.max(newest, mail.at);
    }
    return [...come.values()];
  };
}

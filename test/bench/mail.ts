/** How long somebody waits for an invitation: from the click to the answer, and to the mail in the mailbox. */
import { listMails } from '../../infra/local/servers/mail.ts';
import { arrangeOrganization, freshEmail } from '../harness/arrange.ts';
import { ask, type Front } from '../harness/front.ts';
import type { CloudAddress } from '../harness/here.ts';
import { median, rounded } from './statistics.ts';

const invitations = 15;
/** A mail that takes longer than this has been lost. */
const patience = 30_000;

export async function measureMail(front: Front, { mailbox }: CloudAddress) {
  const { org, owner } = await arrangeOrganization(front);
  const [answered, arrived]: [number[], number[]] = [[], []];
  for (let i = 0; i < invitations; i++) {
    const email = freshEmail('quick');
    const clicked = performance.now();
    await ask(
      front,
      'invite-user',
      { org, firstName: 'Q', lastName: 'Quick', email, role: 'user', access: { mode: 'all' } },
      owner,
    );
    answered.push(performance.now() - clicked);
    await untilMailTo(email, mailbox);
    arrived.push(performance.now() - clicked);
  }
  return {
    note: 'For information: milliseconds from the click, in the whole local cloud on this machine',
    answered: { median: rounded(median(answered)), most: rounded(Math.max(...answered)) },
    inTheMailbox: { median: rounded(median(arrived)), most: rounded(Math.max(...arrived)) },
  };
}

async function untilMailTo(email: string, mailbox: string): Promise<void> {
  const until = performance.now() + patience;
  while (!(await listMails(mailbox)).some(({ to }) => to.includes(email))) {
    if (performance.now() > until) throw new Error('A mail did not arrive');
  }
}

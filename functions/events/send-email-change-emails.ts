import { holderOf } from '../../shared/domain/email.ts';
import { emailChangeLink, linkTo } from '../../shared/domain/link.ts';
import type { EmailChange, EmailReservation } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { emailChangeConfirm } from '../mail/letters/email-change-confirm.ts';
import { emailChangeNotice } from '../mail/letters/email-change-notice.ts';
import { emailChangeTaken } from '../mail/letters/email-change-taken.ts';
import { emailChanged } from '../mail/letters/email-changed.ts';
import { renderMail } from '../mail/render-mail.ts';
import type { SubscriberPorts, SubscriberUseCase } from '../runtime/subscriber.ts';
import { once } from '../steps/deliver-once.ts';
import { newLink } from '../steps/new-link.ts';
import { greeting, mailOnce, mailTo, nameOf, type Occasion, occasionOf } from '../steps/occasion.ts';

type Ports = SubscriberPorts<'send-email-change-emails'>;
type Case = Occasion & { change: EmailChange };

/** Both addresses hear of a change that is asked for, as long as it is; the old one also of one that is done. */
export const sendEmailChangeEmails: SubscriberUseCase<'send-email-change-emails'> = async (
  message,
  ports,
) => {
  const occasion = await occasionOf(message, ports.directory);
  if (!occasion) return;
  if (occasion.event.action === 'email-change.confirmed') return tellFormer(occasion, ports);
  const change = occasion.person.emailChange;
  if (!change || change.expiresAt <= ports.clock.now()) return;
  const asked = { ...occasion, change };
  const [reservation] = await ports.directory.get(ref.email(change.email));
  await tellPresent(asked, ports);
  if (reservation?.person === occasion.person.id) await askNew(asked, ports);
  else await tellHolder(asked, reservation, ports);
};

/** The same whether or not somebody else has the new address: that is for them alone to know. */
async function tellPresent(asked: Case, ports: Ports): Promise<void> {
  const { organization, person, change } = asked;
  const mail = renderMail(emailChangeNotice, person.language, {
    ...greeting(asked),
    newEmail: change.email,
    administratorName: await nameOf(change.requestedBy, organization, ports.directory),
    requestedAt: new Date(change.requestedAt),
    link: signIn(ports),
  });
  await mailOnce(keyOf(asked, 'notice'), mailTo(person, mail), ports);
}

/** The address is held for this change, so whoever reads what is sent to it can confirm it. */
async function askNew(asked: Case, ports: Ports): Promise<void> {
  const { person, change } = asked;
  await once(keyOf(asked, 'new'), ports, async () => {
    const { token, expiresAt } = await newLink(hash => emailChangeLink(person, change, hash), ports);
    const mail = renderMail(emailChangeConfirm, person.language, {
      ...greeting(asked),
      link: linkTo(ports.settings.consoleUrl, 'confirm-email', token),
      expiresAt,
    });
    await ports.mailer.send(mailTo(person, mail, change.email));
  });
}

/** Whoever signs in with the address already; nobody does where it is only held for another change. */
async function tellHolder(
  asked: Case,
  reservation: EmailReservation | undefined,
  ports: Ports,
): Promise<void> {
  const id = holderOf(reservation);
  const [person] = id ? await ports.directory.get(ref.person(id)) : [];
  const [organization] = person ? await ports.directory.get(ref.organization(person.home)) : [];
  if (!person || !organization) return;
  const mail = renderMail(emailChangeTaken, person.language, {
    ...greeting({ person, organization }),
    link: signIn(ports),
  });
  await mailOnce(keyOf(asked, 'new'), mailTo(person, mail), ports);
}

async function tellFormer(occasion: Occasion, ports: Ports): Promise<void> {
  const { event, person } = occasion;
  if (!person.formerEmail) return;
  const mail = renderMail(emailChanged, person.language, {
    ...greeting(occasion),
    newEmail: person.email,
    changedAt: new Date(event.time),
  });
  await mailOnce(`mail#${event.id}`, mailTo(person, mail, person.formerEmail), ports);
}

/** Of the change, not of the event: an event of a change that was called off may be heard during the next. */
function keyOf({ person, change }: Case, address: 'notice' | 'new'): string {
  return `email-change-mail#${person.id}#${change.generation}#${address}`;
}

const signIn = ({ settings }: Ports) => `${settings.consoleUrl}/sign-in`;

import { isPending } from '../../shared/domain/invitation.ts';
import { invitationLink, linkTo } from '../../shared/domain/link.ts';
import type { Invitation, User } from '../../shared/domain/model.ts';
import { invitation as letter } from '../mail/letters/invitation.ts';
import { renderMail } from '../mail/render-mail.ts';
import type { SubscriberPorts, SubscriberUseCase } from '../runtime/subscriber.ts';
import { once } from '../steps/deliver-once.ts';
import { inviterOf } from '../steps/inviter.ts';
import { newLink } from '../steps/new-link.ts';
import { type Occasion, occasionOf } from '../steps/occasion.ts';

/**
 * Mails the newest generation of an invitation, if it can still be accepted: the event only says that there is
 * something to send, so late and repeated events find nothing left to do.
 */
export const sendInvitationEmail: SubscriberUseCase<'send-invitation-email'> = async (message, ports) => {
  const occasion = await occasionOf(message, ports.directory);
  const { user } = occasion ?? {};
  if (!occasion || !user?.invitation || !isPending(user, ports.clock.now())) return;
  const { id, generation } = user.invitation;
  const invited = { ...occasion, user, invitation: user.invitation };
  await once(`invitation-mail#${id}#${generation}`, ports, () => send(invited, ports));
  // After the mail is marked as sent, so that a note which fails is made again and the mail is not.
  const at = ports.clock.now();
  await ports.directory.noteDelivery(user.organization, user.id, { generation, state: 'sent', at });
};

async function send(
  { organization, person, user, invitation }: Occasion & { user: User; invitation: Invitation },
  ports: SubscriberPorts<'send-invitation-email'>,
): Promise<void> {
  const inviter = await inviterOf(user, ports.directory);
  const { token, expiresAt } = await newLink(hash => invitationLink(user, hash), ports);
  const mail = renderMail(letter, invitation.language, {
    organizationName: organization.name,
    inviterName: inviter?.displayName,
    addressee: user.firstName,
    accountEmail: person.passwordGeneration > 0 ? person.email : undefined,
    role: user.role,
    note: invitation.note,
    link: linkTo(ports.settings.consoleUrl, 'accept', token),
    expiresAt,
  });
  const generation = String(invitation.generation);
  const tags = { organization: organization.id, person: user.id, invitation: invitation.id, generation };
  await ports.mailer.send({ to: user.email, ...mail, tags });
}

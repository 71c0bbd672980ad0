import { DomainEvent, targetPerson } from '../../shared/contract/events.ts';
import { isPending } from '../../shared/domain/invitation.ts';
import { invitationLink, linkTo } from '../../shared/domain/link.ts';
import type { Organization, Person, User } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { invitation as letter } from '../mail/letters/invitation.ts';
import { renderMail } from '../mail/render-mail.ts';
import type { SubscriberPorts, SubscriberUseCase } from '../runtime/subscriber.ts';
import { once } from '../steps/deliver-once.ts';
import { inviterOf } from '../steps/inviter.ts';

/**
 * Mails the newest generation of an invitation, if it can still be accepted: the event only says that there is
 * something to send, so late and repeated events find nothing left to do.
 */
export const sendInvitationEmail: SubscriberUseCase<'send-invitation-email'> = async ({ detail }, ports) => {
  const event = DomainEvent.parse(detail);
  const id = targetPerson(event);
  if (!id) return;
  const [organization, user, person] = await ports.directory.get(
    ref.organization(event.organization),
    ref.user(event.organization, id),
    ref.person(id),
  );
  const invitation = user?.invitation;
  if (!organization || !person || !invitation || !isPending(user, ports.clock.now())) return;
  const { generation } = invitation;
  await once(`invitation-mail#${invitation.id}#${generation}`, ports, () =>
    send({ organization, user, person }, ports),
  );
  // After the mail is marked as sent, so that a note which fails is made again and the mail is not.
  const at = ports.clock.now();
  await ports.directory.noteDelivery(organization.id, id, { generation, state: 'sent', at });
};

async function send(
  { organization, user, person }: { organization: Organization; user: User; person: Person },
  ports: SubscriberPorts<'send-invitation-email'>,
): Promise<void> {
  const { directory, mailer, ids, settings } = ports;
  const { invitation } = user;
  if (!invitation) return;
  const { token, hash } = ids.linkToken();
  const { link, expiresAt } = invitationLink(user, hash);
  const inviter = await inviterOf(user, directory);
  const kept = await directory.commit({ changes: [{ do: 'create', entity: link }], events: [] });
  if (!kept.ok) throw new Error('The link could not be kept');
  const mail = renderMail(letter, invitation.language, {
    organizationName: organization.name,
    inviterName: inviter?.displayName,
    addressee: user.firstName,
    accountEmail: person.passwordGeneration > 0 ? person.email : undefined,
    role: user.role,
    note: invitation.note,
    link: linkTo(settings.consoleUrl, 'accept', token),
    expiresAt: new Date(expiresAt),
  });
  const generation = String(invitation.generation);
  const tags = { organization: organization.id, person: user.id, invitation: invitation.id, generation };
  await mailer.send({ to: user.email, ...mail, tags });
}

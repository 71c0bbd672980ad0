import { DomainEvent, targetPerson } from '../../shared/contract/events.ts';
import { linkTo, resetLink } from '../../shared/domain/link.ts';
import type { Person } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { hasAccess } from '../../shared/domain/session.ts';
import { passwordReset } from '../mail/letters/password-reset.ts';
import { renderMail } from '../mail/render-mail.ts';
import type { SubscriberPorts, SubscriberUseCase } from '../runtime/subscriber.ts';
import { once } from '../steps/deliver-once.ts';

/** Whoever has no password yet, or no access, gets no link: their invitation or their administrator is the way in. */
export const sendPasswordResetEmail: SubscriberUseCase<'send-password-reset-email'> = async (
  { detail },
  ports,
) => {
  const event = DomainEvent.parse(detail);
  const id = targetPerson(event);
  if (!id) return;
  const [person] = await ports.directory.get(ref.person(id));
  if (!person || person.passwordGeneration === 0 || !hasAccess(person)) return;
  await once(`mail#${event.id}`, ports, () => send(person, ports));
};

async function send(person: Person, ports: SubscriberPorts<'send-password-reset-email'>): Promise<void> {
  const { directory, mailer, ids, clock, settings } = ports;
  const [organization] = await directory.get(ref.organization(person.home));
  if (!organization) throw new Error('A person has a home that there is not');
  const { token, hash } = ids.linkToken();
  const { link, expiresAt } = resetLink(person, hash, clock.now());
  const kept = await directory.commit({ changes: [{ do: 'create', entity: link }], events: [] });
  if (!kept.ok) throw new Error('The link could not be kept');
  const mail = renderMail(passwordReset, person.language, {
    organizationName: organization.name,
    addressee: person.profile?.firstName ?? person.email,
    link: linkTo(settings.consoleUrl, 'reset', token),
    expiresAt: new Date(expiresAt),
  });
  await mailer.send({ to: person.email, ...mail, tags: { person: person.id } });
}

import { DomainEvent, targetPerson } from '../../shared/contract/events.ts';
import { ref } from '../../shared/domain/refs.ts';
import { passwordChanged } from '../mail/letters/password-changed.ts';
import { renderMail } from '../mail/render-mail.ts';
import type { SubscriberUseCase } from '../runtime/subscriber.ts';
import { once } from '../steps/deliver-once.ts';

export const sendPasswordChangedEmail: SubscriberUseCase<'send-password-changed-email'> = async (
  { detail },
  ports,
) => {
  const event = DomainEvent.parse(detail);
  const id = targetPerson(event);
  if (!id) return;
  const [person, organization] = await ports.directory.get(
    ref.person(id),
    ref.organization(event.organization),
  );
  if (!person || !organization) return;
  const { consoleUrl } = ports.settings;
  const mail = renderMail(passwordChanged, person.language, {
    organizationName: organization.name,
    addressee: person.profile?.firstName ?? person.email,
    changedAt: new Date(event.time),
    link: `${consoleUrl}/sign-in`,
    remedyLink: `${consoleUrl}/forgot-password`,
  });
  await once(`mail#${event.id}`, ports, () =>
    ports.mailer.send({ to: person.email, ...mail, tags: { person: person.id } }),
  );
};

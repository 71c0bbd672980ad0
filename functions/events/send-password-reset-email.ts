import { linkTo, resetLink } from '../../shared/domain/link.ts';
import { hasAccess } from '../../shared/domain/session.ts';
import { passwordReset } from '../mail/letters/password-reset.ts';
import { passwordResetForced } from '../mail/letters/password-reset-forced.ts';
import { renderMail } from '../mail/render-mail.ts';
import type { SubscriberPorts, SubscriberUseCase } from '../runtime/subscriber.ts';
import { once } from '../steps/deliver-once.ts';
import { newLink } from '../steps/new-link.ts';
import { administratorOf, greeting, mailTo, type Occasion, occasionOf } from '../steps/occasion.ts';

/** Whoever has no password yet, or no access, gets no link: their invitation or their administrator is the way in. */
export const sendPasswordResetEmail: SubscriberUseCase<'send-password-reset-email'> = async (
  message,
  ports,
) => {
  const occasion = await occasionOf(message, ports.directory);
  if (!occasion || occasion.person.passwordGeneration === 0 || !hasAccess(occasion.person)) return;
  await once(`mail#${occasion.event.id}`, ports, () => send(occasion, ports));
};

async function send(occasion: Occasion, ports: SubscriberPorts<'send-password-reset-email'>): Promise<void> {
  const { event, person } = occasion;
  const administratorName = await administratorOf(occasion, ports.directory);
  const { token, expiresAt } = await newLink(hash => resetLink(person, hash, ports.clock.now()), ports);
  const link = linkTo(ports.settings.consoleUrl, 'reset', token);
  const values = { ...greeting(occasion), administratorName, link, expiresAt };
  const letter = event.action === 'password.reset-forced' ? passwordResetForced : passwordReset;
  const mail = renderMail(letter, person.language, values);
  await ports.mailer.send(mailTo(person, mail));
}

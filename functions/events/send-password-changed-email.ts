import { passwordChanged } from '../mail/letters/password-changed.ts';
import { renderMail } from '../mail/render-mail.ts';
import type { SubscriberUseCase } from '../runtime/subscriber.ts';
import { greeting, mailOnce, mailTo, occasionOf } from '../steps/occasion.ts';

export const sendPasswordChangedEmail: SubscriberUseCase<'send-password-changed-email'> = async (
  message,
  ports,
) => {
  const occasion = await occasionOf(message, ports.directory);
  if (!occasion) return;
  const { event, person } = occasion;
  const { consoleUrl } = ports.settings;
  const mail = renderMail(passwordChanged, person.language, {
    ...greeting(occasion),
    changedAt: new Date(event.time),
    link: `${consoleUrl}/sign-in`,
    remedyLink: `${consoleUrl}/forgot-password`,
  });
  await mailOnce(`mail#${event.id}`, mailTo(person, mail), ports);
};

import { Factor } from '../../shared/contract/factors.ts';
import { recoveryCodeUsed } from '../mail/letters/recovery-code-used.ts';
import { secondFactorAdded } from '../mail/letters/second-factor-added.ts';
import { secondFactorRemoved } from '../mail/letters/second-factor-removed.ts';
import { secondFactorReset } from '../mail/letters/second-factor-reset.ts';
import { renderMail } from '../mail/render-mail.ts';
import type { SubscriberPorts, SubscriberUseCase } from '../runtime/subscriber.ts';
import { administratorOf, greeting, mailOnce, mailTo, type Occasion, occasionOf } from '../steps/occasion.ts';

export const sendFactorEmails: SubscriberUseCase<'send-factor-emails'> = async (message, ports) => {
  const occasion = await occasionOf(message, ports.directory);
  const mail = occasion && (await mailAbout(occasion, ports));
  if (!mail) return;
  const { event, person } = occasion;
  await mailOnce(`mail#${event.id}`, mailTo(person, mail), ports);
};

async function mailAbout(
  occasion: Occasion,
  { directory, settings }: SubscriberPorts<'send-factor-emails'>,
): Promise<ReturnType<typeof renderMail> | undefined> {
  const { event, person } = occasion;
  const { language } = person;
  const at = new Date(event.time);
  const link = `${settings.consoleUrl}/sign-in`;
  if (event.action === 'factors.reset') {
    const administratorName = await administratorOf(occasion, directory);
    return renderMail(secondFactorReset, language, {
      ...greeting(occasion),
      administratorName,
      resetAt: at,
      link,
    });
  }
  if (event.action === 'recovery-code.used') {
    const left = String(person.factors.recoveryCodes.length);
    return renderMail(recoveryCodeUsed, language, { ...greeting(occasion), usedAt: at, left, link });
  }
  const factor = factorIn(occasion);
  if (!factor) return undefined;
  const letter = event.action === 'factor.added' ? secondFactorAdded : secondFactorRemoved;
  return renderMail(letter, language, { ...greeting(occasion), factor, at });
}

/** Which factor an event tells of, as the one value that came or went. */
function factorIn({ event: { changes } }: Occasion): Factor | undefined {
  const told = changes.map(({ before, after }) => Factor.safeParse(after ?? before));
  return told.find(({ success }) => success)?.data;
}

import type { Person, User } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import { accessReduced } from '../mail/letters/access-reduced.ts';
import { accessReducedNotice } from '../mail/letters/access-reduced-notice.ts';
import { renderMail } from '../mail/render-mail.ts';
import type { SubscriberUseCase } from '../runtime/subscriber.ts';
import { greeting, mailOnce, mailTo, occasionOf } from '../steps/occasion.ts';

/** Tells whoever accepted and whoever invited them, if they are still there, that a part was left out. */
export const sendAccessReducedEmails: SubscriberUseCase<'send-access-reduced-emails'> = async (
  message,
  ports,
) => {
  const occasion = await occasionOf(message, ports.directory);
  const { user } = occasion ?? {};
  if (!occasion || !user) return;
  const { event, organization, person } = occasion;
  const { consoleUrl } = ports.settings;
  const told = renderMail(accessReduced, person.language, {
    ...greeting(occasion),
    link: `${consoleUrl}/sign-in`,
  });
  await mailOnce(`mail#${event.id}`, mailTo(person, told), ports);
  const inviter = await activeInviter(user, ports.directory);
  if (!inviter) return;
  const notice = renderMail(accessReducedNotice, inviter.language, {
    ...greeting({ organization, person: inviter }),
    inviteeName: user.displayName,
    link: `${consoleUrl}/o/${organization.id}/users/${user.id}`,
  });
  await mailOnce(`mail#${event.id}#inviter`, mailTo(inviter, notice), ports);
};

/** Whoever invited, where they are still active among those as whom they did. */
async function activeInviter(
  { organization, invitation }: User,
  directory: DirectoryReader,
): Promise<Person | undefined> {
  const { invitedBy, vouchers = [] } = invitation ?? {};
  if (!invitedBy) return undefined;
  const among = vouchers.find(({ person }) => person === invitedBy)?.organization ?? organization;
  const [user, person] = await directory.get(ref.user(among, invitedBy), ref.person(invitedBy));
  return user?.status === 'active' ? person : undefined;
}

/** What is done to users, in words. */
import type { UserView } from '../../../shared/contract/users.ts';
import { usersTexts } from '../../texts/users.ts';
import type { Deed } from './deeds.ts';

/** What a deed is called for this user: a first invitation is sent, a further one sent again. */
export function wordsFor(deed: Deed, { invitation, pictureUrl, home }: UserView): string {
  if (deed === 'send' && invitation?.state === 'not-sent') return usersTexts.deeds.sendFirst;
  if (deed === 'change-picture' && !pictureUrl) return usersTexts.deeds['choose-picture'];
  return deed === 'sign-out' && !home ? usersTexts.deeds['sign-out-here'] : usersTexts.deeds[deed];
}

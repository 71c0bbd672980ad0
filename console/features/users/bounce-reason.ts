/** Why a mail came back, in words: receiving servers say it in codes (RFC 3463). */
import { usersTexts } from '../../texts/users.ts';

/** The server's own words where we have no better ones. */
export function bounceReason(said: string): string {
  const code = /\b5\.(\d{1,3}\.\d{1,3})\b/.exec(said)?.[1];
  const { reasons } = usersTexts.delivery;
  return code !== undefined && code in reasons ? reasons[code as keyof typeof reasons] : said;
}

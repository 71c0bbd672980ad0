/** How long an invitation may live, as choices. */
import { formatMinutes } from './format.ts';

const hour = 60;
const day = 24 * hour;
const lives = [5, 30, hour, 3 * hour, 12 * hour, day, 3 * day, 7 * day, 14 * day, 30 * day] as const;

export function lifeChoices(): { value: string; label: string }[] {
  return lives.map(minutes => ({ value: String(minutes), label: formatMinutes(minutes) }));
}

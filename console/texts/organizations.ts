/** The words of organizations that are looked after, which come with their pages. */
import { organizationsTexts as en } from './en/organizations.ts';
import { areaTexts } from './texts.ts';

export const organizationsTexts = await areaTexts(en);

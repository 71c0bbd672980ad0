/** Words of a user's own page. */
import { userPageTexts as english } from './en/user-page.ts';
import { areaTexts } from './texts.ts';

export const userPageTexts = await areaTexts(english);

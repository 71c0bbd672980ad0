/** Words of what is done to users. */
import { userDeedsTexts as english } from './en/user-deeds.ts';
import { areaTexts } from './texts.ts';

export const userDeedsTexts = await areaTexts(english);

/** Words of users. */
import { usersTexts as english } from './en/users.ts';
import { areaTexts } from './texts.ts';

export const usersTexts = await areaTexts(english);

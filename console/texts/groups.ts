/** The words of groups. */
import { groupsTexts as en } from './en/groups.ts';
import { areaTexts } from './texts.ts';

export const groupsTexts = await areaTexts(en);

/** The words of the lists of members. */
import { membersTexts as en } from './en/members.ts';
import { areaTexts } from './texts.ts';

export const membersTexts = await areaTexts(en);

/** Words of users in a file. */
import { exportsTexts as en } from './en/exports.ts';
import { areaTexts } from './texts.ts';

export const exportsTexts = await areaTexts(en);

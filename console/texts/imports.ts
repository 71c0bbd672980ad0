/** Words of users out of a file. */
import { importsTexts as en } from './en/imports.ts';
import { areaTexts } from './texts.ts';

export const importsTexts = await areaTexts(en);

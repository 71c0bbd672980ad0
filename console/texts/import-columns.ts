/** What the columns of a file of users take. */
import { importColumnsTexts as en } from './en/import-columns.ts';
import { areaTexts } from './texts.ts';

export const importColumnsTexts = await areaTexts(en);

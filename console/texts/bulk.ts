/** Words of what is done to many users. */
import { bulkTexts as en } from './en/bulk.ts';
import { areaTexts } from './texts.ts';

export const bulkTexts = await areaTexts(en);

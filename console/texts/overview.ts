/** The words of the overview. */
import { overviewTexts as en } from './en/overview.ts';
import { areaTexts } from './texts.ts';

export const overviewTexts = await areaTexts(en);

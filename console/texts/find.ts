/** Words of finding users. */
import { findTexts as english } from './en/find.ts';
import { areaTexts } from './texts.ts';

export const findTexts = await areaTexts(english);

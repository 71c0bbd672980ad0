/** Words of the catalogue. */
import { catalogueTexts as english } from './en/catalogue.ts';
import { areaTexts } from './texts.ts';

export const catalogueTexts = await areaTexts(english);

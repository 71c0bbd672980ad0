/** Words of the API’s reference. */
import { referenceTexts as english } from './en/reference.ts';
import { areaTexts } from './texts.ts';

export const referenceTexts = await areaTexts(english);

/** The words about a suspended organization, which come with its page. */
import { suspendedTexts as en } from './en/suspended.ts';
import { areaTexts } from './texts.ts';

export const suspendedTexts = await areaTexts(en);

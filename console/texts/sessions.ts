/** Words of sessions. */
import { sessionTexts as english } from './en/sessions.ts';
import { areaTexts } from './texts.ts';

export const sessionTexts = await areaTexts(english);

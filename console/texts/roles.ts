/** Words of the custom roles. */
import { roleTexts as english } from './en/roles.ts';
import { areaTexts } from './texts.ts';

export const roleTexts = await areaTexts(english);

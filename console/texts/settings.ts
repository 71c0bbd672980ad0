/** Words of the settings of an organization. */
import { settingsTexts as english } from './en/settings.ts';
import { areaTexts } from './texts.ts';

export const settingsTexts = await areaTexts(english);

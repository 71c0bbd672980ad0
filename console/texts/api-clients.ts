/** Words of registered applications. */
import { apiClientsTexts as english } from './en/api-clients.ts';
import { areaTexts } from './texts.ts';

export const apiClientsTexts = await areaTexts(english);

/** Words of one’s own account. */
import { accountTexts as english } from './en/account.ts';
import { areaTexts } from './texts.ts';

export const accountTexts = await areaTexts(english);

/** Words of approvals. */
import { approvalsTexts as english } from './en/approvals.ts';
import { areaTexts } from './texts.ts';

export const approvalsTexts = await areaTexts(english);

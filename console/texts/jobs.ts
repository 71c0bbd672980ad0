/** The words of jobs. */
import { jobsTexts as en } from './en/jobs.ts';
import { areaTexts } from './texts.ts';

export const jobsTexts = await areaTexts(en);

/** The words of projects. */
import { projectsTexts as en } from './en/projects.ts';
import { areaTexts } from './texts.ts';

export const projectsTexts = await areaTexts(en);

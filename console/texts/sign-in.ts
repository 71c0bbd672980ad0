/** Words of signing in, and of what comes before it. */
import { signInTexts as english } from './en/sign-in.ts';
import { areaTexts } from './texts.ts';

export const signInTexts = await areaTexts(english);

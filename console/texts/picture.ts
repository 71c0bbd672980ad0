/** Words of pictures. */
import { pictureTexts as english } from './en/picture.ts';
import { areaTexts } from './texts.ts';

export const pictureTexts = await areaTexts(english);

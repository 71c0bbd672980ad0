/** Words of the permissions of users and custom roles. */
import { permissionTexts as english } from './en/permissions.ts';
import { areaTexts } from './texts.ts';

export const permissionTexts = await areaTexts(english);

/** What people change of themselves. By itself, so that the page for it carries no more. */
import * as z from 'zod/mini';
import { Communications, Profile } from './invitations.ts';
import { Language } from './text.ts';

const { firstName, lastName, title, city, stateOrProvince, country, telephone } = Profile.shape;

/** Null takes away what is optional. */
export const EditMe = z.strictObject({
  firstName: z.optional(firstName),
  lastName: z.optional(lastName),
  title: z.nullable(title),
  city: z.nullable(city),
  stateOrProvince: z.nullable(stateOrProvince),
  country: z.nullable(country),
  telephone: z.nullable(telephone),
  language: z.optional(Language),
  communications: z.optional(Communications),
});
export type EditMe = z.output<typeof EditMe>;

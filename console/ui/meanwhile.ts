/** Two people edited the same thing: bringing what the other has saved together with what is typed here. */

import { isSame, type Values } from './values.ts';

/** A field that somebody else has changed in the meantime. */
export type Meanwhile<V extends Values> = {
  field: keyof V & string;
  theirs: V[keyof V & string];
  /** What is typed here; absent where nothing was, so that theirs has been taken over. */
  yours?: V[keyof V & string];
};

/**
 * The values to go on with, and what others have changed: what was typed here stays, everything else becomes theirs.
 * @param base as it was when the form was opened
 */
export function broughtTogether<V extends Values>(
  base: V,
  theirs: V,
  yours: V,
): { values: V; meanwhile: Meanwhile<V>[] } {
  const fields = Object.keys(base) as (keyof V & string)[]; // Object.keys forgets what it was given
  const typed = (field: keyof V) => !isSame(yours[field], base[field]);
  const kept = Object.fromEntries(fields.filter(typed).map(field => [field, yours[field]]));
  const values = { ...theirs, ...kept };
  const meanwhile = fields
    .filter(field => !isSame(theirs[field], base[field]) && !isSame(theirs[field], yours[field]))
    .map(field => ({ field, theirs: theirs[field], ...(typed(field) && { yours: yours[field] }) }));
  return { values, meanwhile };
}

/** What the inputs of many routes have in common. */
import * as z from 'zod/mini';
import { OrganizationId } from './ids.ts';
import { line } from './text.ts';

export const InOrganization = { org: OrganizationId };

/** 1 to 200, 50 unless said. */
export const Limit = z._default(
  z.coerce
    .number()
    .check(z.int('is not a whole number'), z.gte(1, 'is less than 1'), z.lte(200, 'is more than 200')),
  50,
);

/** Where the page before ended; opaque, and good for the same question alone. */
export const Cursor = z.optional(z.string().check(z.maxLength(1000, 'is not a cursor of ours')));

export const Paged = { limit: Limit, cursor: Cursor };

/** Users who belong to something: all of them, or those with these beginnings of words of name, username or address. */
export const PagedUsers = { ...Paged, q: z.optional(line(200)) };

/** What has a name: all of them, or those whose name begins so, in whatever case and marks. */
export const PagedByName = { ...Paged, q: z.optional(line(100)) };

/** A page of something. */
export const pageOf = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.optional(z.string()) });

/** A query value may be given once or several times. */
export const severalOf = <T extends z.ZodMiniType>(one: T) =>
  z.pipe(
    z.union([
      one,
      z.array(one).check(z.minLength(1, 'is empty'), z.maxLength(20, 'has more than 20 values')),
    ]),
    z.transform(given => (Array.isArray(given) ? given : [given]) as z.output<T>[]),
  );

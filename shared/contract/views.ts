/**
 * Views: lists of users that somebody has put together and given a name. They are asked for by name and not by path: a
 * slash would end it, and people write slashes.
 */
import * as z from 'zod/mini';
import { InOrganization } from './lists.ts';
import { line } from './text.ts';

/** Unique among one person's views of an organization, in whatever case. */
const ViewName = line(60);

/** A list as its page's address has it: words, filters, order and columns. Empty: the list as it is of itself. */
const Search = z
  .string()
  .check(
    z.maxLength(2000, 'is longer than 2,000 characters'),
    z.regex(/^[\w.~!*'()%+&=,:@-]*$/, 'is not the query of an address'),
  );

export const SavedView = z.object({ name: ViewName, search: Search });
export type SavedView = z.output<typeof SavedView>;

export const ListViews = z.strictObject(InOrganization);
export const ViewList = z.object({ items: z.array(SavedView) });
export type ViewList = z.output<typeof ViewList>;
export const SaveView = z.strictObject({ ...InOrganization, name: ViewName, search: Search });
export const DeleteView = z.strictObject({ ...InOrganization, name: ViewName });

/** The users of one organization after another, a page at a time. */
import * as z from 'zod/mini';
import type { OrganizationId } from '../../shared/contract/ids.ts';
import type { UserFilter } from '../../shared/domain/find.ts';
import type { Organization, User } from '../../shared/domain/model.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import { foreignCursor, pageAfter, sealCursor } from './cursor.ts';

/** No key is longer than 1,024 bytes, so no position is. */
const Position = z.string().check(z.refine(position => Buffer.byteLength(position) <= 1024));
/** Where a page ends: after which organization, and then in which one after which of its users. Empty: at its beginning. */
const Place = z.tuple([Position, z.string(), Position]);
type Place = z.output<typeof Place>;

const beginning: Place = ['', '', ''];

type Opened = { ok: true; place: Place } | ReturnType<typeof foreignCursor>;

/** Where a page begins, by the cursor that its caller sent. */
export function placeAfter(cursor: string | undefined, question: unknown): Opened {
  const page = pageAfter(cursor, question);
  if (!page.ok) return foreignCursor();
  if (page.after === undefined) return { ok: true, place: beginning };
  const place = Place.safeParse(parsed(page.after));
  return place.success ? { ok: true, place: place.data } : foreignCursor();
}

export function sealPlace(place: Place, question: unknown): string {
  return sealCursor(JSON.stringify(place), question);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** So many organizations are looked into for one page, however few users they have. */
const mostOrganizations = 20;

export type Through = {
  /** One alone, or all that a partner looks after, or simply all. */
  only?: Organization;
  partner?: OrganizationId;
  /** From the last organization to the first; within one, users stay in their order. */
  descending: boolean;
  limit: number;
  /** Who is looked for within an organization; of others nobody is told. */
  filter: UserFilter;
};

type Found = { organization: Organization; user: User };

/** Organization by organization, until the page is full or enough were looked into. */
export async function usersThrough(
  { only, partner, descending, limit, filter }: Through,
  [start, within, from]: Place,
  directory: DirectoryReader,
): Promise<{ found: Found[]; next?: Place }> {
  const query = { limit: mostOrganizations, descending, after: start || undefined };
  const way = only
    ? { items: [only], positions: [start], next: undefined }
    : await directory.list({ of: 'organization', partner }, query);
  const found: Found[] = [];
  let before = start;
  for (const [i, organization] of way.items.entries()) {
    if (found.length === limit) return { found, next: [before, '', ''] };
    const after = organization.id === within && from ? from : undefined;
    const rest = {
      filter,
      sort: 'name',
      descending: false,
      limit: limit - found.length,
      after,
    } as const;
    const { users, next } = await directory.listUsers(organization.id, rest);
    found.push(...users.map(user => ({ organization, user })));
    if (next) return { found, next: [before, organization.id, next] };
    before = way.positions[i] ?? before;
  }
  return { found, ...(way.next && { next: [way.next, '', ''] }) };
}

/** Puts a new organization where it belongs among those that are shown: what lists them may lag a moment. */
import type { QueryClient } from '@tanstack/react-query';
import type { LookedAfterView } from '../../../shared/contract/looked-after.ts';
import type { OutputOf } from '../../../shared/contract/routes.ts';

type OrganizationPage = OutputOf<'list-organizations'>;
type Query = { q?: string; cursor?: string };

export async function showFounded(client: QueryClient, founded: LookedAfterView): Promise<void> {
  const lists = { queryKey: ['organizations'] };
  await client.cancelQueries(lists);
  for (const [key, page] of client.getQueriesData<OrganizationPage>(lists)) {
    if (page) client.setQueryData(key, withFounded(page, key[2] as Query, founded)); // the key's third part, see looked-after.ts
  }
  void client.invalidateQueries({ queryKey: ['organizations-named'] });
}

/** A page of the list with the new one in its place, if that is on this page. */
function withFounded(page: OrganizationPage, { q = '', cursor }: Query, founded: LookedAfterView) {
  if (!folded(founded.name).startsWith(folded(q))) return page;
  const at = page.items.findIndex(each => folded(each.name) > folded(founded.name));
  const isBefore = at === 0 && cursor !== undefined;
  const isAfter = at === -1 && page.nextCursor !== undefined;
  if (isBefore || isAfter) return page;
  return { ...page, items: page.items.toSpliced(at === -1 ? page.items.length : at, 0, founded) };
}

const folded = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What the list shows, as it stands in the address: a link shows a colleague the same. */
import type { UserListQuery } from '../../api/queries.ts';

export const tabs = ['active', 'pending', 'archived'] as const;
export type Tab = (typeof tabs)[number];

export type ListState = {
  tab: Tab;
  /** Show those who were deactivated among the active. */
  inactive: boolean;
  descending: boolean;
  cursor?: string;
};

export function readList(search: URLSearchParams): ListState {
  return {
    tab: tabs.find(tab => tab === search.get('tab')) ?? 'active',
    inactive: search.has('inactive'),
    descending: search.get('sort') === '-name',
    cursor: search.get('cursor') ?? undefined,
  };
}

/** What is as usual is left out. */
export function writeList({ tab, inactive, descending, cursor }: ListState): string {
  const search = new URLSearchParams();
  if (tab !== 'active') search.set('tab', tab);
  if (inactive) search.set('inactive', 'shown');
  if (descending) search.set('sort', '-name');
  if (cursor) search.set('cursor', cursor);
  return search.size > 0 ? `?${search}` : '';
}

export function queryOf({ tab, inactive, descending, cursor }: ListState, limit: number): UserListQuery {
  return { status: statusesOf(tab, inactive), sort: descending ? '-name' : 'name', limit, cursor };
}

function statusesOf(tab: Tab, inactive: boolean): UserListQuery['status'] {
  if (tab === 'pending') return ['invited'];
  if (tab === 'archived') return ['archived'];
  return inactive ? ['active', 'inactive'] : ['active'];
}

/** What the list shows, as it stands in the address: a link shows a colleague the same. */
import type { UserSort } from '../../../shared/contract/find-users.ts';
import type { UserListQuery } from '../../api/user-queries.ts';
import {
  type AskedFilters,
  askedOf,
  type Filters,
  readFilters,
  withoutPending,
  writeFilters,
} from './find/filters.ts';
import { type ColumnKey, isUsual, readColumns } from './list-columns.ts';

export const tabs = ['active', 'pending', 'archived'] as const;
export type Tab = (typeof tabs)[number];

export const sorts = ['name', 'username', 'email', 'role', 'createdAt', 'lastActiveAt'] satisfies UserSort[];

export type ListState = {
  tab: Tab;
  /** Show those who were deactivated among the active, or them alone. */
  inactive: boolean | 'only';
  /** What is looked for; empty: everything. */
  q: string;
  filters: Filters;
  sort: UserSort;
  descending: boolean;
  /** Undefined: as usual on this tab. */
  columns?: readonly ColumnKey[];
  cursor?: string;
};

/** What makes no sense is passed over: a link that is old or was cut off still shows a list. */
export function readList(search: URLSearchParams): ListState {
  const tab = tabs.find(each => each === search.get('tab')) ?? 'active';
  const sort = search.get('sort') ?? '';
  return {
    tab,
    inactive: search.get('inactive') === 'only' ? 'only' : search.has('inactive'),
    q: readWords(search.get('q') ?? ''),
    filters: fitting(tab, readFilters(search)),
    sort: sorts.find(each => each === sort.replace(/^-/, '')) ?? 'name',
    descending: sort.startsWith('-') && sorts.some(each => `-${each}` === sort),
    columns: readColumns(tab, search.get('columns')),
    cursor: search.get('cursor')?.slice(0, 1000) || undefined,
  };
}

/** As the server takes them: one line, without characters that cannot be seen. */
function readWords(given: string): string {
  return given
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')
    .trim()
    .slice(0, 100);
}

function fitting(tab: Tab, filters: Filters): Filters {
  return tab === 'pending' ? filters : withoutPending(filters);
}

/** What is as usual is left out. */
export function writeList({
  tab,
  inactive,
  q,
  filters,
  sort,
  descending,
  columns,
  cursor,
}: ListState): string {
  const search = new URLSearchParams();
  if (tab !== 'active') search.set('tab', tab);
  if (inactive) search.set('inactive', inactive === 'only' ? 'only' : 'shown');
  if (q) search.set('q', q);
  writeFilters(filters, search);
  if (sort !== 'name' || descending) search.set('sort', `${descending ? '-' : ''}${sort}`);
  if (columns && !isUsual(tab, columns)) search.set('columns', columns.join(','));
  if (cursor) search.set('cursor', cursor);
  return search.size > 0 ? `?${search}` : '';
}

/** The list as a view keeps it: from its first page on. */
export function searchOf(list: ListState): string {
  return writeList({ ...list, cursor: undefined }).slice(1);
}

/** The same list on another tab: what was found stays looked for, columns are each tab's own. */
export function onTab(list: ListState, tab: Tab): ListState {
  const filters = fitting(tab, list.filters);
  return { ...list, tab, filters, inactive: false, columns: undefined, cursor: undefined };
}

/** Whether not everybody of the tab is shown. */
export function isNarrowed({ q, filters }: ListState): boolean {
  return q !== '' || Object.keys(filters).length > 0;
}

/** Without words and filters. */
export const everybody = { q: '', filters: {} } as const satisfies Partial<ListState>;

/** Who is looked for, in whatever order: what is to be done to all who match is asked for by it. */
export function filterOf({
  tab,
  inactive,
  q,
  filters,
}: ListState): AskedFilters & Pick<UserListQuery, 'q' | 'status'> {
  return { status: statusesOf(tab, inactive), ...(q && { q }), ...askedOf(filters) };
}

export function queryOf(list: ListState, limit: number): UserListQuery {
  const { sort, descending, cursor } = list;
  return { ...filterOf(list), sort: descending ? `-${sort}` : sort, limit, cursor };
}

function statusesOf(tab: Tab, inactive: ListState['inactive']): UserListQuery['status'] {
  if (tab === 'pending') return ['invited'];
  if (tab === 'archived') return ['archived'];
  if (inactive === 'only') return ['inactive'];
  return inactive ? ['active', 'inactive'] : ['active'];
}

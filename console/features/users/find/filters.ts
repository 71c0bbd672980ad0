/** What a list of users can be narrowed down to, beside words: as it stands in the address, and as it is asked for. */
import type { InvitationHeld, MfaState, UserType } from '../../../../shared/contract/find-users.ts';
import { GroupId, ProjectId, RoleId } from '../../../../shared/contract/ids.ts';
import type { DeliveryState } from '../../../../shared/contract/invitations.ts';
import { Role } from '../../../../shared/contract/roles.ts';
import type { UserListQuery } from '../../../api/user-queries.ts';
import { isSpan, momentsOf } from './active-span.ts';

/** The values of filters that have few, in the order they are offered. */
export const fixed = {
  role: Role.options,
  type: ['own', 'guest'] satisfies UserType[],
  mfa: ['enrolled', 'none'] satisfies MfaState[],
  delivery: ['queued', 'sent', 'delivered', 'bounced', 'complained'] satisfies DeliveryState[],
  invitation: ['open', 'none'] satisfies InvitationHeld[],
  approved: ['false', 'true'],
} as const;
export type FixedFilter = keyof typeof fixed;

/** Filters by things that have names, of which there may be many. */
const named = { group: GroupId, project: ProjectId, customRole: RoleId } as const;
export type NamedFilter = keyof typeof named;

/** In the order they are offered. */
export const filterKeys: readonly FilterKey[] = [
  ...(['role', 'type', 'group', 'project', 'customRole'] as const),
  ...(['mfa', 'delivery', 'invitation', 'approved', 'active'] as const),
];
export type FilterKey = FixedFilter | NamedFilter | 'active';

/** By filter, the values of which one must fit; a filter that is not set is not there. */
export type Filters = Readonly<Partial<Record<FilterKey, readonly string[]>>>;

/** Of whom either one or the other is asked. */
const single: readonly FilterKey[] = ['approved', 'active'];
/** As many values as the server takes of one filter. */
const most = 20;

export function isSingle(key: FilterKey): boolean {
  return single.includes(key);
}

export function isFixed(key: FilterKey): key is FixedFilter {
  return key in fixed;
}

export function isNamed(key: FilterKey): key is NamedFilter {
  return key in named;
}

function isValue(key: FilterKey, given: string): boolean {
  if (isFixed(key)) return fixed[key].some(value => value === given);
  return isNamed(key) ? named[key].safeParse(given).success : isSpan(given);
}

/** What no filter can be is passed over: a link that is old or was cut off still shows a list. */
export function readFilters(search: URLSearchParams): Filters {
  const given = filterKeys.map(key => [key, valuesOf(key, search.getAll(key))] as const);
  return Object.fromEntries(given.filter(([, values]) => values.length > 0));
}

/** Few are in the order they are offered, whatever the order they were chosen in. */
function valuesOf(key: FilterKey, given: readonly string[]): readonly string[] {
  const values = [...new Set(given)].filter(value => isValue(key, value));
  if (isSingle(key)) return values.slice(0, 1);
  return isFixed(key) ? fixed[key].filter(value => values.includes(value)) : values.slice(0, most);
}

export function writeFilters(filters: Filters, search: URLSearchParams): void {
  for (const key of filterKeys) for (const value of filters[key] ?? []) search.append(key, value);
}

/** With other values of one filter; with none, without it. */
export function withFilter(filters: Filters, key: FilterKey, values: readonly string[]): Filters {
  const { [key]: _, ...others } = filters;
  return values.length > 0 ? { ...others, [key]: values } : others;
}

/** What is asked only of those who wait for an invitation, or have one to accept. */
const ofPending: readonly FilterKey[] = ['delivery', 'invitation'];

export function isOfPending(key: FilterKey): boolean {
  return ofPending.includes(key);
}

/** Without what is asked only of those. */
export function withoutPending(filters: Filters): Filters {
  return ofPending.reduce((left, key) => withFilter(left, key, []), filters);
}

export type AskedFilters = Omit<UserListQuery, 'q' | 'status' | 'sort' | 'limit' | 'cursor'>;

/** @param now by which "today" is told */
export function askedOf(filters: Filters, now = new Date()): AskedFilters {
  const { active, approved, ...several } = filters;
  const [span] = active ?? [];
  const [state] = approved ?? [];
  // Each value has been read as what its filter takes.
  return { ...several, ...(state && { approved: state }), ...(span && momentsOf(span, now)) } as AskedFilters;
}

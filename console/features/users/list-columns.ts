/** Which columns a list has: those it usually has, and those that were chosen instead. */
import type { Tab } from './list-state.ts';

/** In the order in which they stand, between the name and the menu. */
export const columnKeys = [
  ...(['username', 'email', 'role', 'status', 'delivery', 'expiry', 'sent', 'approved', 'type'] as const),
  ...(['mfa', 'lastActiveAt', 'createdAt', 'groups', 'projects'] as const),
];
export type ColumnKey = (typeof columnKeys)[number];

const usual: Readonly<Record<Tab, readonly ColumnKey[]>> = {
  active: ['role', 'status', 'mfa', 'lastActiveAt', 'groups', 'projects'],
  pending: ['role', 'delivery', 'expiry', 'sent'],
  // Their status is the tab's; the username is what is asked for again when they are restored.
  archived: ['username', 'role', 'lastActiveAt', 'createdAt'],
};

/** Of an invitation that waits. */
const onlyPending: readonly ColumnKey[] = ['delivery', 'expiry', 'sent'];

export function choosableColumns(tab: Tab): readonly ColumnKey[] {
  return columnKeys.filter(key => tab === 'pending' || !onlyPending.includes(key));
}

/** Those that are shown, in their order. */
export function shownColumns(tab: Tab, chosen: readonly ColumnKey[] | undefined): readonly ColumnKey[] {
  return choosableColumns(tab).filter(key => (chosen ?? usual[tab]).includes(key));
}

/** As the address has them; undefined where they are as usual. */
export function readColumns(tab: Tab, written: string | null): readonly ColumnKey[] | undefined {
  if (written === null) return undefined;
  const named = written.split(',').filter(Boolean);
  const known = choosableColumns(tab).filter(key => named.includes(key));
  const isNonsense = named.length > 0 && known.length === 0;
  return isNonsense || isUsual(tab, known) ? undefined : known;
}

export function isUsual(tab: Tab, columns: readonly ColumnKey[]): boolean {
  return usual[tab].length === columns.length && usual[tab].every(key => columns.includes(key));
}

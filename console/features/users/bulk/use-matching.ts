/** How many users match the list's filter, as far as it is known: "1,284", or "1,000+". */
import { useQuery } from '@tanstack/react-query';
import { formatNumber } from '../../../ui/format.ts';
import { bulkQueries } from './bulk-queries.ts';
import type { Picks } from './picks.ts';

export function useMatching(org: string, { filter, rows, isWhole }: Picks): string | undefined {
  const found = useQuery({ ...bulkQueries.matching(org, filter), enabled: !isWhole }).data;
  return isWhole ? formatNumber(rows.length) : found && counted(found);
}

/** A number of which there may be more. */
export function counted({ total, isMore }: { total: number; isMore: boolean }): string {
  return isMore ? `${formatNumber(total)}+` : formatNumber(total);
}

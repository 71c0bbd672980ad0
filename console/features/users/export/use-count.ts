/** How many users the whole list has: "1,284", or "1,000+" where it was not counted to the end. */
import { useQuery } from '@tanstack/react-query';
import { queries } from '../../../api/queries.ts';
import { formatNumber } from '../../../ui/format.ts';
import { bulkQueries } from '../bulk/bulk-queries.ts';
import { counted } from '../bulk/use-matching.ts';
import { filterOf, isNarrowed, type ListState } from '../list-state.ts';

type Count = { words: string; total?: number };

/** Undefined until it is known. `total` only where that is exact. */
export function useCount(org: string, list: ListState): Count | undefined {
  const filter = filterOf(list);
  const narrowed = isNarrowed(list);
  const counts = useQuery({ ...queries.userCounts(org), enabled: !narrowed }).data;
  const found = useQuery({ ...bulkQueries.matching(org, filter), enabled: narrowed }).data;
  if (narrowed) return found && { words: counted(found), ...(!found.isMore && { total: found.total }) };
  if (!counts) return undefined;
  const total = [filter.status ?? []].flat().reduce((sum, status) => sum + counts[status], 0);
  return { words: formatNumber(total), total };
}

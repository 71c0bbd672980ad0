/** The first few members, by name, and how many there are beyond them. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatNumber } from '../format.ts';
import { type MemberPage, membersKey } from './team.ts';

type FirstProps = {
  of: { org: string; id: string; count: number };
  list: (limit: number, signal: AbortSignal) => Promise<MemberPage>;
  andMore: (count: string) => string;
};

const shown = 5;

export function FirstMembers({ of, list, andMore }: FirstProps) {
  const members = useQuery({
    queryKey: [...membersKey(of), 'first'],
    queryFn: ({ signal }) => list(shown, signal),
  });
  // Where they cannot be read, their number stands there all the same.
  if (members.error) return null;
  if (!members.data) return <Skeleton height={14} width="70%" />;
  const names = members.data.items.map(({ displayName }) => displayName);
  const rest = of.count - names.length;
  return <bdi>{[...names, ...(rest > 0 ? [andMore(formatNumber(rest))] : [])].join(', ')}</bdi>;
}

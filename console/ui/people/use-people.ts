/** The users of an organization to choose from: those that are found by what is typed, as many as one looks through. */
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { pageOfUsers } from '../../api/user-pages.ts';

/** Everybody who can be somewhere: not those in the archive. */
export const present = ['active', 'invited', 'inactive'] as const;

/** Enough to choose from without scrolling for long. */
const enough = 50;
/** Milliseconds without a key, after which it is asked for what is typed. */
const rest = 250;

/** Those who have words that begin so; with nothing typed, the first by name. */
export const peopleFound = (org: string, typed: string) =>
  queryOptions({
    queryKey: ['people', org, typed],
    queryFn: ({ signal }) =>
      pageOfUsers(
        org,
        { status: [...present], q: typed || undefined, limit: enough },
        { signal, onSome: () => undefined },
      ),
    staleTime: 30_000,
  });

export function usePeople(org: string, typed: string) {
  const [asked] = useDebouncedValue(typed.trim(), rest);
  const people = useQuery({ ...peopleFound(org, asked), placeholderData: keepPreviousData });
  return { ...people, isSearching: people.isPlaceholderData || asked !== typed.trim() };
}

/** What pages read of users as a list. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { SentTo } from '../../shared/contract/routes.ts';
import { asWritten, pageOfUsers, type UserPage } from './user-pages.ts';

export type UserListQuery = Omit<SentTo<'list-users'>, 'org'>;

export const userQueries = {
  list: (org: string, query: UserListQuery) =>
    queryOptions({
      queryKey: ['users', org, query],
      queryFn: async ({ signal, client, queryKey }) => {
        // What was found so far is shown, but never in place of a page that is there already.
        const isFirst = client.getQueryData(queryKey) === undefined;
        const onSome = (some: UserPage) => isFirst && client.setQueryData(queryKey, some);
        return asWritten(client, org, query, await pageOfUsers(org, query, { signal, onSome }));
      },
      placeholderData: keepPreviousData,
    }),
};

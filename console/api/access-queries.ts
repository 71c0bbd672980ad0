/** What pages read of who may do what. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from './api.ts';

export const accessQueries = {
  /** The catalogue, as an organization sees it. */
  applications: (org: string) =>
    queryOptions({
      queryKey: ['applications', org],
      queryFn: ({ signal }) => call('list-applications', { org }, { signal }),
      staleTime: 60_000,
    }),
  /** The catalogue, as the operator keeps it. */
  catalogue: () =>
    queryOptions({
      queryKey: ['catalogue'],
      queryFn: ({ signal }) => call('get-catalogue', {}, { signal }),
    }),
  customRoles: (org: string) =>
    queryOptions({
      queryKey: ['custom-roles', org],
      queryFn: ({ signal }) => call('list-custom-roles', { org }, { signal }),
    }),
  roleHolders: (org: string, role: string, cursor: string | undefined, limit: number) =>
    queryOptions({
      queryKey: ['role-holders', org, role, cursor, limit],
      queryFn: ({ signal }) => call('list-role-holders', { org, role, cursor, limit }, { signal }),
      placeholderData: keepPreviousData,
    }),
  userPermissions: (org: string, user: string) =>
    queryOptions({
      queryKey: ['user-permissions', org, user],
      queryFn: ({ signal }) => call('get-user-permissions', { org, user }, { signal }),
    }),
  /** All groups, to choose from. */
  allGroups: (org: string) =>
    queryOptions({
      queryKey: ['all-groups', org],
      queryFn: ({ signal }) =>
        everyPage(cursor => call('list-groups', { org, limit: most, cursor }, { signal })),
      staleTime: 30_000,
    }),
  /** All projects, to choose from. */
  allProjects: (org: string) =>
    queryOptions({
      queryKey: ['all-projects', org],
      queryFn: ({ signal }) =>
        everyPage(cursor => call('list-projects', { org, limit: most, cursor }, { signal })),
      staleTime: 30_000,
    }),
};

const most = 200;

async function everyPage<T>(
  pageAt: (cursor: string | undefined) => Promise<{ items: T[]; nextCursor?: string }>,
): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await pageAt(cursor);
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return all;
}

/** What pages read, each under one key. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Me } from '../../shared/contract/auth.ts';
import { call, session } from './api.ts';

/** Who somebody is, without the token that may have come along. */
export function meIn({ person, organizations, awaits, version }: Me): Me {
  return { person, organizations, awaits, version };
}

export const queries = {
  /** Who is signed in. On a fresh page the cookie answers it, together with a token. */
  me: () =>
    queryOptions({
      queryKey: ['me'],
      queryFn: async () => meIn((await session.token()) ? await call('get-me', {}) : await session.renew()),
      staleTime: 60_000,
      retry: false,
    }),
  /** Where one is signed in. */
  mySessions: () =>
    queryOptions({
      queryKey: ['my-sessions'],
      queryFn: ({ signal }) => call('list-my-sessions', {}, { signal }),
    }),
  organization: (org: string) =>
    queryOptions({
      queryKey: ['organization', org],
      queryFn: ({ signal }) => call('get-organization', { org }, { signal }),
      staleTime: 30_000,
    }),
  settings: (org: string) =>
    queryOptions({
      queryKey: ['settings', org],
      queryFn: ({ signal }) => call('get-settings', { org }, { signal }),
    }),
  apiClients: (org: string) =>
    queryOptions({
      queryKey: ['api-clients', org],
      queryFn: ({ signal }) => call('list-api-clients', { org }, { signal }),
    }),
  approvals: (org: string, cursor: string | undefined) =>
    queryOptions({
      queryKey: ['approvals', org, cursor],
      queryFn: ({ signal }) => call('list-approvals', { org, cursor }, { signal }),
      placeholderData: keepPreviousData,
    }),
  usage: (org: string) =>
    queryOptions({
      queryKey: ['usage', org],
      queryFn: ({ signal }) => call('get-usage', { org }, { signal }),
    }),
  overview: (org: string, days: '30' | '90') =>
    queryOptions({
      queryKey: ['overview', org, days],
      queryFn: ({ signal }) => call('get-overview', { org, days }, { signal }),
      placeholderData: keepPreviousData,
    }),
  userCounts: (org: string) =>
    queryOptions({
      queryKey: ['user-counts', org],
      queryFn: ({ signal }) => call('count-users', { org }, { signal }),
    }),
  user: (org: string, user: string) =>
    queryOptions({
      queryKey: ['user', org, user],
      queryFn: ({ signal }) => call('get-user', { org, user }, { signal }),
    }),
  userSessions: (org: string, user: string) =>
    queryOptions({
      queryKey: ['user-sessions', org, user],
      queryFn: ({ signal }) => call('list-user-sessions', { org, user }, { signal }),
    }),
  openapi: () =>
    queryOptions({
      queryKey: ['openapi'],
      queryFn: () => call('get-openapi', {}),
      staleTime: Number.POSITIVE_INFINITY,
    }),
};

/** The lists of the directory, in memory. */

import { placeIn, positionIn } from '../../shared/contract/user-words.ts';
import { isFound } from '../../shared/domain/find.ts';
import type { User } from '../../shared/domain/model.ts';
import { refOf } from '../../shared/domain/refs.ts';
import type { DirectoryReader, PageQuery, UserSlice } from '../../shared/ports/directory.ts';
import { keptWith, type Store } from './fake-store.ts';

const holdersInPage = 100;

export function fakeLists(store: Store): Omit<DirectoryReader, 'get' | 'list'> {
  return {
    listUsers: async (organization, query) => {
      const wanted = (user: User) => user.organization === organization && isFound(user, query.filter);
      return pageOf(store.all('user').filter(wanted), query, user => positionIn(query.sort, user));
    },
    countUsers: async (organization, filter, atMost) => {
      const all = store.all('user').filter(user => user.organization === organization);
      const count = all.filter(user => isFound(user, filter)).length;
      return { count: Math.min(count, atMost), isMore: count > atMost };
    },
    listAwaiting: async (approver, query) => {
      const wanted = (user: User) =>
        user.approver === approver && !user.approved && ['invited', 'active'].includes(user.status);
      const users = store.all('user').filter(wanted);
      return pageOf(users, { ...query, descending: false }, user =>
        [placeIn('name', user), user.organization, user.id].join('#'),
      );
    },
    listSessions: async person =>
      store
        .all('session')
        .filter(session => session.person === person)
        .sort(byId),
    listPersonal: async person =>
      store
        .stored()
        .filter(entity => keptWith(entity) === person)
        .map(refOf),
    listApiClients: async organization =>
      store
        .all('api-client')
        .filter(client => client.organization === organization)
        .sort(byId),
    listCredentialHolders: async after => {
      const holders = store.all('person').filter(({ passwordGeneration }) => passwordGeneration > 0);
      const left = holders
        .map(({ id }) => id)
        .filter(id => id > (after ?? ''))
        .sort();
      const ids = left.slice(0, holdersInPage);
      return { ids, ...(left.length > ids.length && { next: ids.at(-1) }) };
    },
    listExpiring: async (until, limit) =>
      store
        .all('user')
        .filter(
          ({ seated, status, invitation }) =>
            seated && status === 'invited' && (invitation?.expiresAt ?? '~') <= until,
        )
        .slice(0, limit),
  };
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

function pageOf(
  users: User[],
  { limit, descending, after }: PageQuery,
  positionOf: (user: User) => string,
): UserSlice {
  const direction = descending ? -1 : 1;
  const sorted = users
    .map(user => ({ user, at: positionOf(user) }))
    .sort((a, b) => (a.at < b.at ? -direction : direction))
    .filter(({ at }) => after === undefined || (descending ? at < after : at > after));
  const page = sorted.slice(0, limit);
  return { users: page.map(({ user }) => user), ...(sorted.length > limit && { next: page.at(-1)?.at }) };
}

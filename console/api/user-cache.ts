/** Shows what a write has answered, at once and everywhere: the lists, the counts and the user's own page. */
import type { QueryClient } from '@tanstack/react-query';
import type { UserView } from '../../shared/contract/users.ts';
import { queries } from './queries.ts';
import { noteWritten, type UserPage, withoutUser, withUser } from './user-pages.ts';
import type { UserListQuery } from './user-queries.ts';

/** Puts a user as the server has just described them wherever users of the organization are shown. */
export async function showUser(client: QueryClient, user: UserView): Promise<void> {
  const { organization: org, id } = user;
  await forgetAnswersUnderWay(client, org, id);
  client.setQueryData(queries.user(org, id).queryKey, user);
  noteWritten(client, org, id, user);
  changePages(client, org, (page, query) => withUser(page, query, user));
  // Much of what is done to somebody ends their sessions.
  void client.invalidateQueries({ queryKey: queries.userSessions(org, id).queryKey });
  void client.invalidateQueries({ queryKey: ['user-permissions', org, id] });
  await countAgain(client, org);
}

/** Takes a deleted user out of everything that is shown. */
export async function dropUser(client: QueryClient, { organization: org, id }: UserView): Promise<void> {
  await forgetAnswersUnderWay(client, org, id);
  client.removeQueries({ queryKey: queries.user(org, id).queryKey });
  noteWritten(client, org, id);
  changePages(client, org, page => withoutUser(page, id));
  await countAgain(client, org);
}

/** An answer that was asked for before the write would bring the old state back. */
async function forgetAnswersUnderWay(client: QueryClient, org: string, id: string): Promise<void> {
  await Promise.all([
    client.cancelQueries({ queryKey: ['users', org] }),
    client.cancelQueries({ queryKey: queries.user(org, id).queryKey }),
  ]);
}

function changePages(
  client: QueryClient,
  org: string,
  change: (page: UserPage, query: UserListQuery) => UserPage,
): void {
  for (const [key, page] of client.getQueriesData<UserPage>({ queryKey: ['users', org] })) {
    if (page) client.setQueryData(key, change(page, key[2] as UserListQuery)); // the key's third part, see queries.ts
  }
}

async function countAgain(client: QueryClient, org: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: queries.userCounts(org).queryKey }),
    client.invalidateQueries({ queryKey: queries.organization(org).queryKey }),
  ]);
}

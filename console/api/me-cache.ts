/** Shows what a write about oneself has answered, at once and everywhere. */
import type { QueryClient } from '@tanstack/react-query';
import type { Me } from '../../shared/contract/auth.ts';
import { meIn, queries } from './queries.ts';

/** Takes over what the server has just said of whoever is signed in; users' lists name and picture them, too. */
export async function showMe(client: QueryClient, answer: Me): Promise<void> {
  const { queryKey } = queries.me();
  // An answer that was asked for before the write would bring the old state back.
  await client.cancelQueries({ queryKey });
  client.setQueryData(queryKey, meIn(answer));
  void client.invalidateQueries({ queryKey: ['users'] });
  void client.invalidateQueries({ queryKey: ['user'] });
}

/** Asks anew, after a write that answers nothing. */
export async function askForMe(client: QueryClient): Promise<void> {
  await client.refetchQueries({ queryKey: queries.me().queryKey });
}

/** Where the pages of users are, and what is kept of them. */
import type { User } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { ConsoleApi } from './api.ts';
import { acme, idOf } from './demo.ts';

export const userList = `/o/${acme}/users`;
export const pageOf = (firstName: string) => `${userList}/${idOf(firstName)}`;

/** What is kept of somebody in the demo. */
export async function storedUser({ front }: ConsoleApi, firstName: string): Promise<User | undefined> {
  return (await front.world.directory.get(ref.user(acme, idOf(firstName))))[0];
}

/** Usernames are unique within an organization: each is reserved for the user who has it. */
import type { Change } from './change.ts';
import type { User, UsernameReservation } from './model.ts';

/** Reserves the name that a user has; whose it is already keeps it. */
export function usernameTaken({ organization, id, username }: User): Change[] {
  if (!username) return [];
  return [{ do: 'create', entity: { type: 'username', version: 1, organization, username, person: id } }];
}

/** The name that a user had is free again. */
export function usernameFreed({ id }: User, reservation: UsernameReservation | undefined): Change[] {
  return reservation?.person === id ? [{ do: 'remove', entity: reservation }] : [];
}

/** A second, far simpler telling of what everybody holds, to hold the real one against. */
import type { Entity, EntityOf, EntityType, User } from '../../../shared/domain/model.ts';

/** Stands for whatever there is, and will be. */
const everything = '*';

/** Everybody as they are at a moment, and what they hold: permissions, and content by its id. */
export type Moment = { users: ReadonlyMap<string, User>; held: ReadonlyMap<string, ReadonlySet<string>> };

/** @param things all that can be held: permissions, and content by its id */
export function momentOf(stored: readonly Entity[], things: readonly string[]): Moment {
  const all = <T extends EntityType>(type: T) =>
    stored.filter((entity): entity is Entity & EntityOf<T> => entity.type === type);
  const [policy] = all('policy');
  const contents = all('content');
  const carried = (group: string) => Object.entries(policy?.groups ?? {}).find(([id]) => id === group)?.[1];
  const permitted = (role: string) =>
    Object.entries(policy?.customRoles ?? {}).find(([id]) => id === role)?.[1].permissions ?? [];
  const heldBy = ({ role, access, customRoles, groups }: User): Set<string> => {
    if (role === 'owner' || role === 'admin' || access.mode === 'all')
      return new Set([everything, ...things]);
    const carrying = groups.filter(carried);
    return new Set<string>([
      ...access.permissions,
      ...[...customRoles, ...carrying.flatMap(group => carried(group) ?? [])].flatMap(permitted),
      ...contents
        .filter(content => content.groups.some(group => carrying.includes(group)))
        .map(({ contentId }) => contentId),
    ]);
  };
  const users = new Map<string, User>(all('user').map(user => [user.id, user]));
  return { users, held: new Map([...users].map(([id, user]) => [id, heldBy(user)])) };
}

/** What somebody really has; whoever has not accepted has nothing yet. */
export function hasNow({ users, held }: Moment, id: string): ReadonlySet<string> {
  return (users.get(id)?.invitation?.acceptedAt && held.get(id)) || new Set();
}

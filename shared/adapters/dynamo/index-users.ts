/** Keeps the rows by which users are found in step with the users. */
import { User } from '../../domain/model.ts';
import type { UserChange, UserIndexer } from '../../ports/directory.ts';
import { batchOf } from './batch-get.ts';
import { type Write, writeAll } from './batch-write.ts';
import { openClient } from './client.ts';
import { nameOf } from './items.ts';
import { keyOf } from './keys.ts';
import { userChangeIn } from './user-changes.ts';
import { rowsOf } from './user-rows.ts';

/** So many users are worked on at once: each is some batches of writes, one after the other. */
const atOnce = 10;

export function openUserIndexer({ directory: table }: { directory: string }): UserIndexer {
  const client = openClient();
  return {
    changeIn: userChangeIn,
    renew: async changes => {
      const users = [...Map.groupBy(changes, ({ of }) => nameOf(keyOf(of)))];
      for (let first = 0; first < users.length; first += atOnce) {
        const some = users.slice(first, first + atOnce);
        const keys = some.flatMap(([, [change]]) => (change ? [keyOf(change.of)] : []));
        const items = await batchOf(client, table, keys, { isConsistent: true });
        const now = new Map(items.map(item => [nameOf(item), User.parse(item)]));
        await Promise.all(
          some.map(([name, changed]) => writeAll(client, table, writesFor(now.get(name), changed))),
        );
      }
    },
  };
}

/** What a user has now is put, unless it was there before all of these changes; what is left of any of them goes. */
function writesFor(now: User | undefined, changes: readonly UserChange[]): Write[] {
  const rows = (user: User | undefined) =>
    new Map(user ? rowsOf(user).map(row => [nameOf(row), row] as const) : []);
  const [wanted, had] = [rows(now), rows(changes[0]?.before)];
  const seen = changes.flatMap(({ before, after }) => [...rows(before).values(), ...rows(after).values()]);
  const stale = new Map(seen.filter(row => !wanted.has(nameOf(row))).map(row => [nameOf(row), row]));
  const fresh = [...wanted].filter(([name, row]) => JSON.stringify(row) !== JSON.stringify(had.get(name)));
  return [
    ...[...stale.values()].map(({ pk, sk }) => ({ delete: { pk, sk } })),
    ...fresh.map(([, row]) => ({ put: row })),
  ];
}

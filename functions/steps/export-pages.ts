/** The rows of an export, page by page, in the order that was asked for: never more of them than a page at a time. */
import type { UserSort } from '../../shared/contract/find-users.ts';
import { filterIn } from '../../shared/domain/asked-users.ts';
import type { Export } from '../../shared/domain/model-exports.ts';
import { nothingNamed } from '../../shared/domain/rights.ts';
import { viewUser } from '../../shared/domain/user.ts';
import { headingRow, labelsIn, userRow } from '../../shared/domain/user-cells.ts';
import type { Row } from '../../shared/ports/exports.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { loadThings } from './load-things.ts';

/** Few round trips, and little memory. */
const pageSize = 500;

/** @param onPage told how many are written with each page, before the next is read */
export async function* exportPages(
  { organization, columns, filter, sort }: Export,
  { directory, clock }: PortsFor<'directory:read'>,
  onPage: (rows: number) => Promise<void>,
): AsyncGenerator<readonly Row[]> {
  const labels = labelsIn(await loadThings(organization, columns, directory));
  const descending = sort.startsWith('-');
  const query = {
    filter: filterIn(filter),
    sort: (descending ? sort.slice(1) : sort) as UserSort, // by its schema
    descending,
    limit: pageSize,
  };
  yield [headingRow(columns)];
  let rows = 0;
  let after: string | undefined;
  do {
    const { users, next } = await directory.listUsers(organization, { ...query, after });
    const now = clock.now();
    yield users.map(user => {
      const view = viewUser(user, { named: nothingNamed, now });
      return userRow({ ...user, view }, columns, labels);
    });
    rows += users.length;
    after = next;
    await onPage(rows);
  } while (after !== undefined);
}

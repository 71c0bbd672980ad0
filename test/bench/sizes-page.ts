/** What finding users costs, at several sizes, as a part of the page about costs. */

import { pageSize } from './questions.ts';
import type { Cost, MeasuredSize, MeasuredSizes } from './sizes.ts';
import { rounded } from './statistics.ts';
import { table } from './table.ts';

/** More than this between two sizes is a fault, but for what is told apart. */
const most = 1.5;

export function sizesPart({ questions, sizes }: MeasuredSizes): string {
  const small = sizes[0];
  const large = sizes.at(-1);
  if (!small || !large) return '';
  const rows = questions.map(({ what, kind }, i) => ({
    what,
    kind,
    costs: sizes.map(size => size.costs[i]),
  }));
  const part = (isTold: boolean) =>
    tableOf(
      rows.filter(({ kind }) => (kind === 'told') === isTold),
      sizes,
    );
  return `## Finding users

The first page of ${pageSize}, asked of the directory in organizations of ${inWords(sizes)} users: how many fit, and what a page
costs in requests, trips and read units. The ratio is that of read units between the smallest and the largest organization
in which a page is full; up to ${most} is as it should be. A user has ${small.rowsOfUser} rows of ${small.bytes.row} bytes, and ${small.bytes.user} bytes themselves. The
check of who asks comes on top, and what names groups and roles.

${part(false)}

No index serves these alone, so they cost what they must, up to a limit; [why](decisions/0029-finding-users.md).

${part(true)}`;
}

type Row = { what: string; costs: readonly (Cost | undefined)[] };

function tableOf(rows: readonly Row[], sizes: readonly MeasuredSize[]): string {
  const columns = sizes.flatMap(({ users }) => {
    const size = users.toLocaleString('en');
    return [`fit of ${size}`, 'requests', 'trips', 'read units'];
  });
  return table(
    ['question', ...columns, 'ratio'],
    rows.map(({ what, costs }) => [
      what,
      ...costs.flatMap(cost => [cost?.fit ?? 0, cost?.requests ?? 0, cost?.trips ?? 0, cost?.readUnits ?? 0]),
      ratioOf(costs),
    ]),
  );
}

/** A full page cannot be compared with one that is not; whatever nobody fits, can. */
function ratioOf(costs: Row['costs']): number | string {
  const known = costs.filter(cost => cost !== undefined);
  const last = known.at(-1);
  const first = known.find(({ answered, fit }) => answered >= pageSize || (fit === 0 && last?.fit === 0));
  if (!first || !last || first === last) return 'too few to compare';
  return first.readUnits === last.readUnits ? 1 : rounded(last.readUnits / first.readUnits);
}

function inWords(sizes: readonly MeasuredSize[]): string {
  return sizes.map(({ users }) => users.toLocaleString('en')).join(' and ');
}

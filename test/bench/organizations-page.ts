/** What looking after many organizations costs, as a part of the page about costs. */
import type { MeasuredOrganizations, PageCost } from './organizations.ts';
import { rounded } from './statistics.ts';
import { table } from './table.ts';

export function organizationsPart({ questions, sizes }: MeasuredOrganizations): string {
  const names = sizes.map(({ organizations }) => organizations.toLocaleString('en'));
  const heads = names.flatMap(size => [`answered of ${size}`, 'requests', 'trips', 'read units']);
  return `## Many organizations

A page as the operator’s staff ask for it, of ${names.join(' and of ')} organizations. The ratio is that of read units where the pages
answer as many; up to 1.5 is as it should be. The check of who asks comes on top. For a page of users of all organizations at most
20 of them are looked into.

${table(
  ['question', ...heads, 'ratio'],
  questions.map((question, i) => {
    const costs = sizes.flatMap(size => size.costs[i] ?? []);
    return [question, ...costs.flatMap(cellsOf), ratioOf(costs)];
  }),
)}`;
}

function cellsOf({ answered, requests, trips, readUnits }: PageCost): number[] {
  return [answered, requests, trips, readUnits];
}

export function ratioOf(costs: readonly PageCost[]): number | string {
  const [first, last] = [costs[0], costs.at(-1)];
  if (!first || !last || first.answered !== last.answered) return 'too few to compare';
  return first.readUnits === last.readUnits ? 1 : rounded(last.readUnits / first.readUnits);
}

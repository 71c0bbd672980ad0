/**
 * Behind `npm run bench`: prints what the product costs as one JSON document.
 *
 *   --write-docs  also makes the page about it
 *   --sizes       of how many users organizations are asked; 1000,10000 unless said. 1000,100000 takes seven minutes
 *                 and 2 GB more on two busy cores
 *   --rows        of the files that are imported, and users of the job that does one thing to many; 10000 unless said
 *   --largest     rows of the files that are checked only; 100000 unless said, and none for 0
 *   --only-sizes, --only-organizations, --only-bulk, --only-imports
 *                 that part alone, as Markdown; with --write-docs it takes its place in the page as it is
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../infra/local/paths.ts';
import { type Amounts, bench, manyOrganizations } from './bench.ts';
import { measureBulk } from './bulk.ts';
import { bulkPart } from './bulk-page.ts';
import { costsPage } from './costs-page.ts';
import { measureImports } from './imports.ts';
import { importsPart } from './imports-page.ts';
import { measureOrganizations } from './organizations.ts';
import { organizationsPart } from './organizations-page.ts';
import { measureSizes } from './sizes.ts';
import { sizesPart } from './sizes-page.ts';
import { withPart } from './with-part.ts';

const { values } = parseArgs({
  options: {
    'write-docs': { type: 'boolean', default: false },
    'only-sizes': { type: 'boolean', default: false },
    'only-organizations': { type: 'boolean', default: false },
    'only-bulk': { type: 'boolean', default: false },
    'only-imports': { type: 'boolean', default: false },
    sizes: { type: 'string', default: '1000,10000' },
    rows: { type: 'string', default: '10000' },
    largest: { type: 'string', default: '100000' },
  },
});
const amounts: Amounts = {
  sizes: values.sizes.split(',').map(Number),
  rows: Number(values.rows),
  largest: Number(values.largest),
};
const progress = (step: string) => process.stderr.write(`${step}\n`);

const parts = {
  sizes: async () => sizesPart(await measureSizes(amounts.sizes, progress)),
  organizations: async () => organizationsPart(await measureOrganizations(manyOrganizations, progress)),
  bulk: async () => bulkPart(await measureBulk(amounts.rows, progress)),
  imports: async () => importsPart(await measureImports(amounts, progress)),
};
const only = (Object.keys(parts) as (keyof typeof parts)[]).filter(name => values[`only-${name}`]);
const page = join(root, 'docs/costs.md');

for (const name of only) {
  const part = await parts[name]();
  process.stdout.write(`${part}\n`);
  if (values['write-docs']) writeFileSync(page, withPart(readFileSync(page, 'utf8'), part));
}
if (only.length === 0) {
  const measured = await bench(progress, amounts);
  process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`);
  if (values['write-docs']) writeFileSync(page, costsPage(measured));
}

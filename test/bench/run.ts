/**
 * Behind `npm run bench`: prints what the product costs as one JSON document.
 *
 *   --write-docs  also makes the page about it
 *   --sizes       of how many users organizations are asked; 1000,10000 unless said. 1000,100000 takes seven minutes
 *                 and 2 GB more on two busy cores
 *   --only-sizes  nothing else
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../infra/local/paths.ts';
import { bench } from './bench.ts';
import { costsPage } from './costs-page.ts';
import { measureSizes } from './sizes.ts';
import { sizesPart } from './sizes-page.ts';

const { values } = parseArgs({
  options: {
    'write-docs': { type: 'boolean', default: false },
    'only-sizes': { type: 'boolean', default: false },
    sizes: { type: 'string', default: '1000,10000' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const progress = (step: string) => process.stderr.write(`${step}\n`);
if (values['only-sizes']) {
  process.stdout.write(`${sizesPart(await measureSizes(sizes, progress))}\n`);
} else {
  const measured = await bench(progress, sizes);
  process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`);
  if (values['write-docs']) writeFileSync(join(root, 'docs/costs.md'), costsPage(measured));
}

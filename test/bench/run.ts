/** Behind `npm run bench`: prints what the product costs as one JSON document; `--write-docs` also makes its page. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../infra/local/paths.ts';
import { bench } from './bench.ts';
import { costsPage } from './costs-page.ts';

const { values } = parseArgs({ options: { 'write-docs': { type: 'boolean', default: false } } });
const measured = await bench(step => process.stderr.write(`${step}\n`));
process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`);
if (values['write-docs']) writeFileSync(join(root, 'docs/costs.md'), costsPage(measured));

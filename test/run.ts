/**
 * Runs all tests: the cloud's, which stand in line because they share a clock, beside all others, which then have the
 * rest of the machine. With arguments it is vitest, and runs what they say.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';

const reports = 'artefacts/reports';
const lanes = [
  { name: 'cloud', only: ['--project=cloud'] },
  { name: 'others', only: ['--project=!cloud', '--maxWorkers=1'] },
];

async function vitest(...options: string[]): Promise<number> {
  const running = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...options], {
    stdio: 'inherit',
  });
  const [code] = await once(running, 'exit');
  return typeof code === 'number' ? code : 1;
}

async function everything(): Promise<number> {
  rmSync(reports, { recursive: true, force: true });
  const codes = await Promise.all(
    lanes.map(({ name, only }) =>
      vitest(...only, '--reporter=default', '--reporter=blob', `--outputFile.blob=${reports}/${name}.json`),
    ),
  );
  return (await vitest(`--merge-reports=${reports}`)) || Math.max(...codes);
}

const asked = process.argv.slice(2);
process.exitCode = asked.length > 0 ? await vitest(...asked) : await everything();

/** Builds the console for its tests, beside the build that is deployed: for each run anew, so that two do not meet. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');

/** Where the built console lies: processes that run tests inherit it from the one that has built. */
export const files = process.env.CONSOLE_UNDER_TEST ?? '';

/** Called once before the tests of the console. In a process of its own: in a test's, React builds for developers. */
export async function setup(): Promise<() => Promise<void>> {
  await mkdir(join(root, '.local'), { recursive: true });
  const outDir = await mkdtemp(join(root, '.local/console-under-test-'));
  process.env.CONSOLE_UNDER_TEST = outDir;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const options = ['--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'];
  await promisify(execFile)(process.execPath, [vite, 'build', 'console', ...options], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return () => rm(outDir, { recursive: true });
}

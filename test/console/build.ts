/** Builds the console for its tests, beside the build that is deployed. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');

/** Where the built console lies. */
export const files = join(root, '.local/console-under-test');

/** Called once before the tests of the console. In a process of its own: in a test's, React builds for developers. */
export async function setup(): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const options = ['--outDir', files, '--emptyOutDir', '--logLevel', 'warn'];
  await promisify(execFile)(process.execPath, [vite, 'build', 'console', ...options], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

/** Builds the console for its tests, beside the build that is deployed. */
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/** Where the built console lies. */
export const files = join(root, 'dist/console-under-test');

/** Called once before the tests of the console. */
export async function setup(): Promise<void> {
  await build({
    configFile: join(root, 'console/vite.config.ts'),
    build: { outDir: files, emptyOutDir: true },
    logLevel: 'warn',
  });
}

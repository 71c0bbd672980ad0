/** Tests come in projects by what they need: nothing, the local cloud, or a browser on top of it. */
import { defineConfig } from 'vitest/config';
import { mailLoaderForVite } from './infra/build/mail-loader.ts';
import { openapiForVite } from './infra/build/openapi-module.ts';

const plugins = [mailLoaderForVite, openapiForVite];

export default defineConfig({
  test: {
    projects: [
      {
        plugins,
        test: {
          name: 'units',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/cloud/**', 'test/journeys/**', 'test/infra/**', 'test/console/**'],
          setupFiles: ['test/harness/quiet.ts'],
          env: { WORLD: 'memory' },
        },
      },
      {
        plugins,
        // The same front door, with everything real behind it.
        test: {
          name: 'cloud',
          include: ['test/front-door/*.test.ts', 'test/cloud/*.test.ts'],
          globalSetup: ['test/harness/cloud-setup.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins,
        // They build all bundles and synthesise the app.
        test: {
          name: 'infra',
          include: ['test/infra/*.test.ts'],
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});

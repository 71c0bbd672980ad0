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
    ],
  },
});

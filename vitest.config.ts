/** Tests come in projects by what they need: nothing, the build, local servers, or the whole local cloud. */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { mailLoaderForVite } from './infra/build/mail-loader.ts';
import { openapiForVite } from './infra/build/openapi-module.ts';

const plugins = [mailLoaderForVite, openapiForVite];

/** Patience for what starts servers. No test asserts a time. */
const patient = { testTimeout: 120_000, hookTimeout: 120_000 };

/** They read everything that is stored, again and again: in the cloud's one table that is quick before others have filled it. */
const readEverything = /\/(erasure|groups|reconcile|recovery|views)\.test\.ts$/;

class SmallTablesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isFirst = ({ moduleId }: TestSpecification) => readEverything.test(moduleId);
    return [...sorted.filter(isFirst), ...sorted.filter(file => !isFirst(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: SmallTablesFirst },
    reporters: process.env.CI
      ? ['default', ['json', { outputFile: 'artefacts/test-results.json' }]]
      : ['default'],
    // Of itself it would leave one core alone, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        plugins,
        // Rules, use cases and pages, with the world in memory.
        test: {
          name: 'units',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/cloud/**', 'test/journeys/**', 'test/infra/**', 'test/console/**'],
          setupFiles: ['test/harness/quiet.ts'],
          testTimeout: 60_000,
        },
      },
      {
        plugins,
        // The bundles and the synthesised app.
        test: { ...patient, name: 'infra', include: ['test/infra/*.test.ts'], isolate: false },
      },
      {
        // The runner over the template, and the servers it starts.
        test: { ...patient, name: 'local', include: ['test/infra/local/*.test.ts'] },
      },
      {
        plugins,
        // The same front door with everything real behind it, and journeys through it in a browser.
        test: {
          ...patient,
          name: 'cloud',
          include: ['test/front-door/*.test.ts', 'test/cloud/*.test.ts', 'test/journeys/*.test.ts'],
          globalSetup: ['test/harness/cloud-setup.ts'],
          // One after the other, because they share a clock; in one process, so that what they import is loaded once.
          fileParallelism: false,
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins,
        // The built console in a real browser, with the API over a world in memory behind it.
        test: {
          name: 'console',
          include: ['test/console/*.test.ts'],
          globalSetup: ['test/console/build.ts'],
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

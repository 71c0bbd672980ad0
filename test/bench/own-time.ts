/** Our own time in each route, measured in a process of its own whose log goes nowhere. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'vite';
import { mailLoaderForVite } from '../../infra/build/mail-loader.ts';
import { openapiForVite } from '../../infra/build/openapi-module.ts';
import { localDirectory, root } from '../../infra/local/paths.ts';
import { type RouteKey, routeKeys } from '../../shared/contract/routes.ts';
import { rounded } from './statistics.ts';

/** In microseconds. `bare`: parsing the same request and writing the same answer, as JSON, and nothing else. */
export type OwnTime = { ours: number; bare: number };
export type OwnTimes = Record<RouteKey, OwnTime>;

export async function measureOwnTimes() {
  const times = await run(await bundled());
  const health = times['get-health'].ours;
  const shown = routeKeys.map(key => {
    const { ours, bare } = times[key];
    const ratios = { timesBareJson: rounded(ours / bare), timesHealth: rounded(ours / health) };
    return [key, { ...ratios, microseconds: rounded(ours) }] as const;
  });
  return new Map(shown);
}

/** The harness and its world are written for Vite, which the tests run in; without it they are bundled first. */
async function bundled(): Promise<string> {
  const outDir = join(localDirectory, 'bench');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [mailLoaderForVite, openapiForVite],
    build: {
      ssr: true,
      outDir,
      target: 'node24',
      rollupOptions: {
        input: {
          'own-time-process': 'test/bench/own-time-process.ts',
          // Started from a file of its own, beside the one that starts it.
          'picture-thread': 'shared/adapters/pictures/picture-thread.ts',
        },
      },
    },
  });
  return join(outDir, 'own-time-process.js');
}

async function run(file: string): Promise<OwnTimes> {
  const child = fork(file, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit').then(() => {
    throw new Error('The measurement of our own time ended early');
  });
  ended.catch(() => undefined);
  const [times] = await Promise.race([once(child, 'message'), ended]);
  return times;
}

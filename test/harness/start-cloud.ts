/** Starts a local cloud in a process of its own, as `npm start` does. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { CloudAddress } from './here.ts';

export type RunningCloud = { address: CloudAddress; stop(): Promise<void> };

/** With `--without=<action>` no role of the template is allowed that action; `--empty`: without the demo data. */
export type CloudOption = `--without=${string}` | '--empty';

export async function startCloud(...options: CloudOption[]): Promise<RunningCloud> {
  const cloud = spawn(process.execPath, ['test/harness/cloud-process.ts', ...options], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(cloud, 'exit');
  const ready = once(createInterface(cloud.stdout), 'line');
  const line = await Promise.race([ready, ended.then(() => undefined)]);
  if (!line) throw new Error('The local cloud did not come up');
  return {
    address: JSON.parse(line[0]),
    stop: async () => {
      cloud.stdin.end();
      await ended;
    },
  };
}

/** One local cloud for all tests of a project, in a process of its own as `npm start` is. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cloud = spawn(process.execPath, ['test/harness/cloud-process.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(cloud, 'exit');
  const ready = once(createInterface(cloud.stdout), 'line');
  const line = await Promise.race([ready, ended.then(() => undefined)]);
  if (!line) throw new Error('The local cloud did not come up');
  project.provide('cloud', JSON.parse(line[0]));
  return async () => {
    cloud.stdin.end();
    await ended;
  };
}

/** Lets one process at a time build, so that two that start together do not write into each other's files. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { localDirectory } from '../paths.ts';

const lock = join(localDirectory, 'build.lock');
const LOOK_EVERY = 100;

export async function alone<T>(work: () => Promise<T>): Promise<T> {
  mkdirSync(localDirectory, { recursive: true });
  while (!taken()) await sleep(LOOK_EVERY);
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function taken(): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isAlive(holder())) rmSync(lock, { force: true });
    return false;
  }
}

function holder(): number {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return Number.NaN;
  }
}

/** An empty lock is one that is being written this moment. */
function isAlive(pid: number): boolean {
  if (Number.isNaN(pid) || pid === 0) return true;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

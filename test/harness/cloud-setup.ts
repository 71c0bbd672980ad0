/** One local cloud for all tests of a project. */
import type { TestProject } from 'vitest/node';
import { startCloud } from './start-cloud.ts';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { address, stop } = await startCloud();
  project.provide('cloud', address);
  return stop;
}

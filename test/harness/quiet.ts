/** Keeps the product's log out of the tests' report, but for the last lines of a test that fails, and its seed. */
import { afterEach, beforeEach } from 'vitest';
import { seedOfRun } from '../world/chance.ts';

const shown = 20;
const lines: string[] = [];
const write = process.stdout.write;

process.stdout.write = function keep(this: typeof process.stdout, ...given: Parameters<typeof write>) {
  const [text] = given;
  if (typeof text !== 'string' || !text.startsWith('{"level"')) return write.apply(this, given);
  lines.push(text);
  if (lines.length > shown) lines.shift();
  return true;
} as typeof write; // its overloads are one list of parameters here

beforeEach(() => {
  lines.length = 0;
});

afterEach(({ task }) => {
  if (task.result?.state === 'fail')
    console.log(`${lines.join('')}SEED=${seedOfRun} repeats what was left to chance`);
});

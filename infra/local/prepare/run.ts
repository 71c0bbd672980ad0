/** Runs one of the project's own commands with this very Node, and tells what it said when it fails. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { failure } from '../failure.ts';
import { root } from '../paths.ts';

export type Command = {
  readonly what: string;
  /** A script and its arguments. */
  readonly script: readonly string[];
  readonly environment?: Record<string, string>;
  readonly signal?: AbortSignal;
};

export async function run({ what, script, environment, signal }: Command): Promise<void> {
  const child = spawn(process.execPath, script, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  const closed = once(child, 'close');
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  if (child.exitCode !== 0) throw failure(`${what} failed:\n${readable(complained || said)}`);
}

/** Enough to see what went wrong, without the way through the tool's own code. */
function readable(output: string): string {
  const lines = stripVTControlCharacters(output).split('\n');
  return lines
    .filter(line => !/^\s+at .+:\d+:\d+\)?$/.test(line))
    .slice(0, 40)
    .join('\n')
    .trim();
}

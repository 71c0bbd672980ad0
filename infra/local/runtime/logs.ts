/** What the Lambdas print: kept line by line for tests, and in one file a function for people. */
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';

export type LogLine = { readonly function: string; readonly line: string };

export type Logs = {
  /** Takes a piece of output as it comes; a line counts once it is complete. */
  write(functionName: string, chunk: string): void;
  lines(): readonly LogLine[];
  close(): Promise<void>;
};

/** Enough for the longest test run; a cloud that stays up for days forgets its oldest lines. */
const KEPT_LINES = 50_000;

export function openLogs(directory?: string): Logs {
  const kept: LogLine[] = [];
  const rest = new Map<string, string>();
  const files = new Map<string, WriteStream>();
  if (directory !== undefined) mkdirSync(directory, { recursive: true });

  const fileOf = (name: string, folder: string) => {
    const file = files.get(name) ?? createWriteStream(join(folder, `${name}.log`));
    files.set(name, file);
    return file;
  };

  return {
    write(name, chunk) {
      if (directory !== undefined) fileOf(name, directory).write(chunk);
      const lines = `${rest.get(name) ?? ''}${chunk}`.split('\n');
      rest.set(name, lines.pop() ?? '');
      kept.push(...lines.map(line => ({ function: name, line })));
      if (kept.length > KEPT_LINES) kept.splice(0, kept.length - KEPT_LINES);
    },
    lines: () => kept,
    close: async () => {
      await Promise.all(Array.from(files.values(), file => new Promise<void>(done => file.end(done))));
    },
  };
}

/**
 * Writes rows of the contract's table as code, so that a Lambda carries those it serves and their schemas. Importing
 * the table would bring every row, because no bundler takes an object apart.
 */
import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Route } from '../../shared/contract/route.ts';

/** Something exported, and the file that exports it. */
export type Part = { readonly exported: string; readonly file: string };

type Row = {
  readonly code: string;
  /** What the code names. */
  readonly parts: readonly Part[];
};

const root = resolve(import.meta.dirname, '../..');
const partBySchema = new Map<unknown, Part>();
for (const file of globSync('shared/contract/*.ts', { cwd: root }).sort()) {
  const exports: Record<string, unknown> = await import(join(root, file));
  for (const [exported, value] of Object.entries(exports)) partBySchema.set(value, { exported, file });
}

/** The row as the kernel reads it: without what is for readers and for the build. */
export function rowOf(key: string, route: Route): Row {
  const { summary, needs, failures, input, output, ...facts } = route;
  const [takes, gives] = [schemaPart(key, input), schemaPart(key, output)];
  const fields = [
    JSON.stringify(facts).slice(1, -1),
    `input: ${takes.exported}`,
    `output: ${gives.exported}`,
  ];
  return { code: `{ ${fields.join(', ')} }`, parts: [takes, gives] };
}

function schemaPart(key: string, schema: unknown): Part {
  const part = partBySchema.get(schema);
  if (!part) throw new Error(`A schema of ${key} is not exported from a file of shared/contract`);
  return part;
}

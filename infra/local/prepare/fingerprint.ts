/** Tells whether something that was built is still what its sources would give. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { localDirectory, root } from '../paths.ts';

export type Product = {
  readonly name: string;
  /** Files and directories that it is made from, relative to the root. */
  readonly sources: readonly string[];
  /** Directories that do not count although they lie in those. */
  readonly apart?: readonly string[];
  /** The directory that it is made into. */
  readonly output: string;
};

/** True while neither the sources nor the output have changed since `remember`. */
export function isFresh(product: Product): boolean {
  const memory = memoryOf(product);
  return (
    existsSync(memory) && existsSync(product.output) && readFileSync(memory, 'utf8') === fingerprint(product)
  );
}

export function remember(product: Product): void {
  mkdirSync(dirname(memoryOf(product)), { recursive: true });
  writeFileSync(memoryOf(product), fingerprint(product));
}

const memoryOf = ({ name }: Product): string => join(localDirectory, 'fresh', name);

function fingerprint({ sources, apart = [], output }: Product): string {
  const excluded = new Set(apart.map(path => join(root, path)));
  const hash = createHash('sha256');
  for (const path of [...sources.map(source => join(root, source)), output]) {
    for (const file of filesIn(path, excluded)) {
      hash.update(relative(root, file).split(sep).join('/')).update('\0').update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

function filesIn(path: string, excluded: ReadonlySet<string>): string[] {
  if (excluded.has(path) || !existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap(name => filesIn(join(path, name), excluded));
}

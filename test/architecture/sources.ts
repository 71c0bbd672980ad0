/** The product's own source files, parsed once, for the tests that hold the house to its law. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'vite';

const root = resolve(import.meta.dirname, '../..');

type Node = { type: string; start: number; end: number } & Record<string, unknown>;

export type Source = {
  /** From the root of the repository. */
  file: string;
  text: string;
  lines: number;
  /** Files by their path, packages by their name. */
  imports: string[];
  nodes: Node[];
};

export const sources: Source[] = globSync('{shared,functions,console,infra}/**/*.{ts,tsx}', { cwd: root })
  .filter(file => !file.endsWith('.d.ts') && !file.includes('node_modules'))
  .sort()
  .map(read);

export const within = (...folders: string[]) =>
  sources.filter(({ file }) => folders.some(folder => file.startsWith(folder)));

function read(file: string): Source {
  const text = readFileSync(join(root, file), 'utf8');
  const { program, module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const asked = [
    ...module.staticImports.map(each => each.moduleRequest.value),
    ...module.staticExports.flatMap(each => each.entries.flatMap(entry => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map(each =>
      text.slice(each.moduleRequest.start + 1, each.moduleRequest.end - 1),
    ),
    ...[...text.matchAll(/\bimport\('([^']+)'\)/g)].flatMap(([, name]) => name ?? []), // in types
  ];
  const imports = [...new Set(asked)].map(name =>
    name.startsWith('.') ? relative(root, resolve(root, dirname(file), name)) : name,
  );
  return { file, text, lines: text.trimEnd().split('\n').length, imports, nodes: nodesIn(program) };
}

function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(nodesIn);
  return 'type' in value && 'start' in value ? [value as Node, ...inside] : inside;
}

/** How many lines each function has of its own: those of the functions inside it are theirs. */
export function functionSizes({ text, nodes }: Source): { line: number; lines: number }[] {
  const lineAt = (position: number) => text.slice(0, position).split('\n').length;
  const functions = nodes.filter(({ type }) => /^(Arrow)?Function(Declaration|Expression)$/.test(type));
  const isInside = (inner: Node, outer: Node) =>
    inner !== outer && inner.start >= outer.start && inner.end <= outer.end;
  return functions.map(each => {
    const inner = functions.filter(other => isInside(other, each));
    const next = inner.filter(other => !inner.some(between => isInside(other, between)));
    const theirs = next.reduce((sum, { start, end }) => sum + lineAt(end) - lineAt(start), 0);
    return { line: lineAt(each.start), lines: lineAt(each.end) - lineAt(each.start) + 1 - theirs };
  });
}

export const isConfiguration = ({ file }: Source) => file.endsWith('config.ts');

export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

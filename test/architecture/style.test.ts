/** How the code reads, as far as it can be counted. */
import { expect, test } from 'vitest';
import { functionSizes, isConfiguration, median, type Source, sources, within } from './sources.ts';

const product = within('shared/', 'functions/');

/** Longer than others, and why that is better than two files. */
const long: Record<string, string> = {
  'shared/contract/problems.ts': 'one list, three lines for each problem',
  'shared/domain/model.ts': 'one list, of everything that is stored',
};

test('no file is longer than 150 lines', () => {
  const tooLong = product.filter(({ file, lines }) => lines > 150 && !(file in long));
  expect(tooLong.map(({ file, lines }) => `${file}: ${lines}`)).toEqual([]);
  for (const file of Object.keys(long))
    expect(product.find(source => source.file === file)?.lines, `${file} is long no more`).toBeGreaterThan(
      150,
    );
});

test('no function has many more than 40 lines of its own, 80 where it is a page', () => {
  const tooLong = sources.flatMap(source => {
    const most = source.file.endsWith('.tsx') ? 80 : 45;
    return functionSizes(source)
      .filter(({ lines }) => lines > most)
      .map(({ line, lines }) => `${source.file}:${line}: ${lines}`);
  });
  expect(tooLong).toEqual([]);
});

test('most files and functions are far shorter than they may be', () => {
  const files = median(product.map(({ lines }) => lines));
  const functions = median(product.flatMap(functionSizes).map(({ lines }) => lines));
  console.log(`medians: ${files} lines a file, ${functions} a function`);
  expect(files).toBeLessThanOrEqual(50);
  expect(functions).toBeLessThanOrEqual(15);
});

const having =
  (type: string) =>
  ({ nodes }: Source) =>
    nodes.some(node => node.type === type);

test.each<[what: string, breaks: (source: Source) => boolean]>([
  ['any', having('TSAnyKeyword')],
  ['a value said not to be null (!)', having('TSNonNullExpression')],
  ['an enum', having('TSEnumDeclaration')],
  ['a namespace', having('TSModuleDeclaration')],
  ['a default export', source => having('ExportDefaultDeclaration')(source) && !isConfiguration(source)],
  [
    'something that is exported on from elsewhere',
    source => /^export (type )?(\*|\{[^}]*\}) from /m.test(source.text),
  ],
  ['a to-do', ({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text)],
  ['a switched-off check of types', ({ text }) => /@ts-(ignore|nocheck|expect-error)/.test(text)],
  [
    'a class, where it is no construct',
    source => having('ClassDeclaration')(source) && !source.file.startsWith('infra/'),
  ],
  ['a line for the console', ({ file, text }) => /\bconsole\.\w+\(/.test(text) && !file.startsWith('infra/')],
])('no file has %s', (_, breaks) => {
  expect(sources.filter(breaks).map(({ file }) => file)).toEqual([]);
});

test('a use case stands in a file of its name, which exports nothing else', () => {
  const useCases = within(
    'functions/http/',
    'functions/events/',
    'functions/schedules/',
    'functions/deployment/',
  );
  for (const { file, text } of useCases) {
    const name = /([\w-]+)\.ts$/
      .exec(file)?.[1]
      ?.replace(/-(\w)/g, (__, letter: string) => letter.toUpperCase());
    expect(text.match(/^export .*/gm), file).toEqual([expect.stringMatching(`^export const ${name}: `)]);
  }
});

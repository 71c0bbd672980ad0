import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileMail, mailLoaderForEsbuild } from '../../infra/build/mail-loader.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mail-loader-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function template(name: string, body: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `<mjml>\n<mj-body>\n${body}\n</mj-body>\n</mjml>`);
  return path;
}

const column = (content: string) => `<mj-section><mj-column>\n${content}\n</mj-column></mj-section>`;

const bundle = (entry: string) =>
  build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'silent',
    plugins: [mailLoaderForEsbuild],
  });

test('a mail in a bundle is strings: no compiler comes along, and no other mail', async () => {
  const { metafile, outputFiles } = await bundle('functions/mail/letters/invitation.ts');
  const carried = Object.keys(metafile.inputs);
  expect(carried.filter(path => path.includes('node_modules'))).toEqual([]);
  expect(carried.filter(path => path.includes('/letters/'))).toEqual([
    'functions/mail/letters/invitation.ts',
  ]);
  expect(outputFiles[0]?.contents.length).toBeLessThan(8_000);
});

test('what all mails share stays small', async () => {
  const { outputFiles } = await bundle('functions/mail/render-mail.ts');
  expect(outputFiles[0]?.contents.length).toBeLessThan(30_000);
});

test('a fault stops the build with its file and line', async () => {
  const path = await template('faulty.mjml', column('<mj-text colour="red">Hello</mj-text>'));
  await expect(bundle(path)).rejects.toThrow(`Line 4 of ${path} (mj-text) — Attribute colour is illegal`);
});

test('so does a fault in what a template includes', async () => {
  await template('part.mjml', '').then(path =>
    writeFile(path, '<mj-text>\nA\n</mj-text>\n<mj-txt>B</mj-txt>'),
  );
  const path = await template('whole.mjml', column('<mj-include path="./part.mjml" />'));
  await expect(compileMail(path)).rejects.toThrow(
    `Line 4 of ${join(folder, 'part.mjml')}, included at line 4 of file ${path}`,
  );
});

test('so does an include of a file that is not there', async () => {
  const path = await template('lost.mjml', column('<mj-include path="./nowhere.mjml" />'));
  await expect(compileMail(path)).rejects.toThrow(`Line 4 of ${path} (mj-include)`);
});

test('so does a file that is no template at all', async () => {
  const path = join(folder, 'empty.mjml');
  await writeFile(path, '');
  await expect(compileMail(path)).rejects.toThrow(path);
});

/** Compiles mail templates (MJML) while the code around them is built, so that a Lambda carries strings alone. */
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin as EsbuildPlugin } from 'esbuild';
import type { Node } from 'mjml';
import type { Plugin as VitePlugin } from 'vite';

/** For the Lambdas' bundles: `import html from './invitation.mjml'`, and the plain-text parts beside them. */
export const mailLoaderForEsbuild: EsbuildPlugin = {
  name: 'mail-templates',
  setup(build) {
    build.onLoad({ filter: /\.mjml$/ }, async ({ path }) => ({
      contents: await compileMail(path),
      loader: 'text',
      watchFiles: templatesAround(path),
    }));
    build.onLoad({ filter: /[\\/]template[\\/][^\\/]+\.txt$/ }, async ({ path }) => ({
      contents: await readFile(path),
      loader: 'text',
    }));
  },
};

/** The same for the tests. Comes before Vite's own plugins, which would serve a text file by its address. */
export const mailLoaderForVite: VitePlugin = {
  name: 'mail-templates',
  enforce: 'pre',
  load: {
    filter: { id: [/\.mjml$/, /[\\/]template[\\/][^\\/]+\.txt$/] },
    async handler(path) {
      if (path.endsWith('.txt')) return asModule(await readFile(path, 'utf8'));
      for (const file of templatesAround(path)) this.addWatchFile(file);
      return asModule(await compileMail(path));
    },
  },
};

function asModule(text: string) {
  return { code: `export default ${JSON.stringify(text)};`, moduleType: 'js' };
}

/** Minified HTML with its placeholders still in it. Rejects with file and line for everything MJML finds fault with. */
export async function compileMail(path: string): Promise<string> {
  // Loaded only when there is a mail to compile: it takes longer to load than most test files to run.
  const { default: mjml2html } = await import('mjml');
  const { html, json, errors } = await mjml2html(await readFile(path, 'utf8'), {
    filePath: path,
    actualPath: path,
    ignoreIncludes: false,
    keepComments: false,
    fonts: {},
    minify: true,
    minifyOptions: { minifyCss: false },
  }).catch((error: Error) => {
    throw new Error(`${path}: ${error.message}`);
  });
  const faults = [...errors.map(error => error.formattedMessage), ...lostIncludes(json)];
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return collapse(html);
}

/** MJML's own validation says nothing of an include whose file is not there. */
function lostIncludes({ line, absoluteFilePath, errors = [], children = [] }: Node): string[] {
  const here = errors.map(
    ({ type }) => `Line ${line} of ${absoluteFilePath} (mj-include) — ${type}: is there such a file?`,
  );
  return [...here, ...children.flatMap(lostIncludes)];
}

/** The minifier leaves styles alone. Nowhere do our templates show more than one space. */
function collapse(html: string): string {
  return html.replace(/\/\*.*?\*\//gs, '').replace(/\s+/g, ' ');
}

/** What a template may include lies beside or below it. */
function templatesAround(path: string): string[] {
  const folder = dirname(path);
  return globSync('**/*.{mjml,css}', { cwd: folder }).map(file => join(folder, file));
}

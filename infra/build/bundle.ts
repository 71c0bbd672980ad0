/** Builds the Lambdas: `dist/functions/<name>/index.js`, each as small as it can be, because size is cold start. */
import { cpSync, globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { type Entry, lambdaEntries } from './entries.ts';
import { mailLoaderForEsbuild } from './mail-loader.ts';
import { openapiForEsbuild } from './openapi-module.ts';

export type Bundle = {
  readonly name: string;
  /** Minified, in bytes. */
  readonly size: number;
  /** The source files that ended up in it, relative to the root. */
  readonly inputs: readonly string[];
};

const root = resolve(import.meta.dirname, '../..');
export const functionsFolder = join(root, 'dist/functions');

/**
 * Lambda puts credentials into the environment, where the SDK looks first. So the SDK never gets to import these; they
 * would add 130 KB to every bundle.
 */
const neverImported = [
  ...['http', 'ini', 'login', 'process', 'sso', 'web-identity'].map(
    way => `@aws-sdk/credential-provider-${way}`,
  ),
  '@smithy/credential-provider-imds',
];

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  metafile: true,
  legalComments: 'none',
  logLevel: 'silent',
} as const satisfies BuildOptions;

/** How Node 24 starts quickest: CommonJS, from the packages' ES modules, with nothing left to import later. */
const forLambda = {
  ...common,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  mainFields: ['module', 'main'],
  supported: { 'dynamic-import': false },
  external: neverImported,
  alias: { '@aws-sdk/endpoint-cache': './infra/build/no-endpoint-cache.ts' },
  define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
} as const satisfies BuildOptions;

/** CloudFront's own functions are one script whose global `handler` is called. */
const forCloudFront = {
  ...common,
  platform: 'neutral',
  target: 'es2017',
  format: 'iife',
  globalName: 'page',
  footer: { js: 'function handler(event) { return page.handler(event); }' },
} as const satisfies BuildOptions;

/** Builds everything into `outdir`, which is emptied first. Rejects where tables, files or code are at fault. */
export async function bundleFunctions(outdir = functionsFolder): Promise<Bundle[]> {
  const entries = lambdaEntries(root);
  rmSync(outdir, { recursive: true, force: true });
  const lambdas = await build({
    ...forLambda,
    outdir,
    entryPoints: [
      ...entries.map(({ name }) => ({ in: `lambda:${name}`, out: `${name}/index` })),
      { in: 'functions/edge/speak-problems.ts', out: 'speak-problems/index' },
      { in: 'shared/adapters/pictures/picture-thread.ts', out: 'files/picture-thread' },
    ],
    plugins: [
      fromEntries(entries),
      onlyWhatIsUsed,
      eventStreamsForS3,
      versionsAlone,
      openapiForEsbuild,
      mailLoaderForEsbuild,
    ],
  });
  carryWebAssembly(lambdas.metafile);
  const pages = await build({
    ...forCloudFront,
    outdir,
    entryPoints: [{ in: 'functions/edge/show-page.ts', out: 'show-page/index' }],
  });
  return [...bundlesOf(lambdas.metafile, outdir), ...bundlesOf(pages.metafile, outdir)];
}

/** Serves `lambda:<name>` from the entries, as if each were a file at the root. */
function fromEntries(entries: readonly Entry[]): Plugin {
  const code = new Map(entries.map(entry => [entry.name, entry.code]));
  return {
    name: 'lambda-entries',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^lambda:/ }, ({ path }) => ({
        path: path.slice('lambda:'.length),
        namespace: 'lambda',
      }));
      onLoad({ filter: /.*/, namespace: 'lambda' }, ({ path }) => ({
        contents: code.get(path),
        resolveDir: root,
      }));
    },
  };
}

/**
 * Our own modules do nothing by being imported, so those of which nothing is used stay out: a Lambda that opens one
 * port does not carry the clients of the others. (In package.json the same promise would bind the console too.)
 */
const onlyWhatIsUsed: Plugin = {
  name: 'only-what-is-used',
  setup({ onResolve, resolve: resolveAs }) {
    onResolve({ filter: /^\.\.?\// }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (pluginData === 'resolved' || importer.includes('node_modules')) return undefined;
      const found = await resolveAs(path, { importer, resolveDir, kind, pluginData: 'resolved' });
      return { ...found, sideEffects: false };
    });
  },
};

/**
 * No service that we call speaks to us in event streams, which would add 20 KB to every bundle; but S3's client does
 * not load without them.
 */
const eventStreamsForS3: Plugin = {
  name: 'event-streams-for-s3',
  setup({ onResolve }) {
    onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ path, importer }) =>
      importer.includes('/client-s3/') ? undefined : { path, external: true },
    );
  },
};

/** Clients of AWS name their version to AWS, and carry all of their package.json for it: 2 KB each. */
const versionsAlone: Plugin = {
  name: 'versions-alone',
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk\/client-[^/]+\/package\.json$/ }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** What lies beside a package's module under its name goes with a bundle, to be found by the package's path there too. */
function carryWebAssembly({ outputs }: Metafile): void {
  for (const [file, { inputs }] of Object.entries(outputs)) {
    const modules = Object.keys(inputs).filter(input => /^node_modules\/.*\.js$/.test(input));
    const carried = globSync(
      modules.map(module => module.replace(/\.js$/, '{,_bg}.wasm')),
      { cwd: root },
    );
    for (const path of carried) cpSync(join(root, path), resolve(root, dirname(file), path));
  }
}

function bundlesOf({ outputs }: Metafile, outdir: string): Bundle[] {
  return Object.entries(outputs).map(([file, { bytes, inputs }]) => ({
    name: relative(outdir, resolve(root, file)).replace(/(\/index)?\.js$/, ''),
    size: bytes,
    inputs: Object.keys(inputs),
  }));
}

if (import.meta.main) {
  try {
    for (const { name, size } of await bundleFunctions()) {
      console.log(`${(size / 1000).toFixed(1).padStart(8)} KB  ${name}`);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

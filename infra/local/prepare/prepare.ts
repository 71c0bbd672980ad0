/** Builds what is to run and synthesises the CDK app, as a deployment would; what is fresh is left as it is. */
import { join } from 'node:path';
import { assemblyDirectory, root } from '../paths.ts';
import { isFresh, type Product, remember } from './fingerprint.ts';
import { alone } from './lock.ts';
import { type Command, run } from './run.ts';

export type PrepareOptions = {
  /** Told what is being done. */
  readonly progress?: (step: string) => void;
  readonly signal?: AbortSignal;
};

type Step = Product & Pick<Command, 'script' | 'environment'>;

const functions: Step = {
  name: 'functions',
  sources: ['functions', 'shared', 'infra/build', 'package-lock.json'],
  output: join(root, 'dist/functions'),
  script: ['infra/build/bundle.ts'],
};

const consolePages: Step = {
  name: 'console',
  sources: ['console', 'shared/contract', 'package-lock.json'],
  output: join(root, 'dist/console'),
  script: ['node_modules/vite/bin/vite.js', 'build', 'console'],
};

const template: Step = {
  name: 'template',
  sources: ['infra', 'shared/contract', 'cdk.json', 'dist', 'package-lock.json'],
  apart: ['infra/local'],
  output: assemblyDirectory,
  script: ['infra/app.ts'],
  environment: {
    CDK_OUTDIR: assemblyDirectory,
    // Construct paths, by which resources are found; the CDK's command asks for them too.
    CDK_CONTEXT_JSON: JSON.stringify({ 'aws:cdk:enable-path-metadata': true }),
  },
};

/** Gives the directory of the cloud assembly. Fails with what the build said. */
export function prepare(options: PrepareOptions = {}): Promise<string> {
  return alone(async () => {
    const built = await Promise.allSettled([
      make(functions, 'Building the Lambdas', options),
      make(consolePages, 'Building the console', options),
    ]);
    for (const part of built) if (part.status === 'rejected') throw part.reason;
    await make(template, 'Synthesising the CDK app', options);
    return assemblyDirectory;
  });
}

async function make(step: Step, what: string, { progress, signal }: PrepareOptions): Promise<void> {
  if (isFresh(step)) return;
  progress?.(what);
  await run({ what, script: step.script, environment: step.environment, signal });
  remember(step);
}

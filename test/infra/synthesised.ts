/** The app as the tests read it: synthesised with a build of empty files, because nothing here runs a Lambda. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { App } from 'aws-cdk-lib';
import cdk from '../../cdk.json' with { type: 'json' };
import { tenantryApp } from '../../infra/app.ts';
import { lambdaEntries } from '../../infra/build/entries.ts';
import { parseSettings, type Settings } from '../../infra/settings.ts';

export const asDelivered = parseSettings(cdk.context.tenantry);

/** With everything that a deployment may choose, and far from where CloudFront lives. */
export const withEverything: Settings = {
  ...asDelivered,
  stage: 'staging',
  region: 'eu-west-1',
  mailDomain: 'example.com',
  consoleDomain: 'people.example.com',
  certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/3f4e',
  termsUrl: 'https://example.com/terms',
  alarmEmail: 'alarms@example.com',
  accessLogs: true,
};

/** Not yet synthesised, so that more can be asked of it. `folder` may be removed when it is no longer needed. */
export function appWith(settings: Settings, folder: string): App {
  const lambdas = lambdaEntries(resolve(import.meta.dirname, '../..')).map(({ name }) => name);
  for (const name of [...lambdas, 'speak-problems', 'show-page']) {
    writeEmpty(join(folder, 'functions', name, 'index.js'));
  }
  writeEmpty(join(folder, 'console/index.html'));
  // The CDK would copy every asset, some of them large, for nobody.
  process.env.CDK_CONTEXT_JSON = JSON.stringify({ 'aws:cdk:disable-asset-staging': true });
  return tenantryApp(settings, { outdir: join(folder, 'cdk.out'), built: folder });
}

export type Resource = { readonly Type: string; readonly Properties: Record<string, unknown> };

type SynthesisedStack = {
  /** Of one type, by logical id. */
  readonly resources: (type: string) => Record<string, Resource>;
  /** The names of the stacks that come before. */
  readonly after: readonly string[];
};

const stackNames = ['data', 'identity', 'mail', 'web', 'edge', 'api', 'events', 'deployment'] as const;
type Synthesised = Record<(typeof stackNames)[number], SynthesisedStack>;

const known = new Map<Settings, Synthesised>();

/** The stacks by the last word of their names. */
export function synthesised(settings: Settings): Synthesised {
  const stacks = known.get(settings) ?? inPassingFolder(folder => read(appWith(settings, folder)));
  known.set(settings, stacks);
  return stacks;
}

/** Does something with a folder that is gone afterwards. */
export function inPassingFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-synth-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function read(app: App): Synthesised {
  const lastWord = (id: string) => id.split('-').at(-1) ?? '';
  const assembly = app.synth();
  const stack = (name: string): SynthesisedStack => {
    const artifact = assembly.stacks.find(({ id }) => lastWord(id) === name);
    const all: Record<string, Resource> = artifact?.template.Resources ?? {};
    return {
      resources: type => Object.fromEntries(Object.entries(all).filter(([, { Type }]) => Type === type)),
      after: artifact?.dependencies.map(({ id }) => lastWord(id)) ?? [],
    };
  };
  return Object.fromEntries(stackNames.map(name => [name, stack(name)])) as Synthesised; // by the names themselves
}

/** The logical id that a Ref or GetAtt leads to, however deep in the value. */
export function referred(value: unknown): string {
  return /"(?:Ref":"|Fn::GetAtt":\[")(\w+)"/.exec(JSON.stringify(value) ?? '')?.[1] ?? 'refers to nothing';
}

function writeEmpty(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
}

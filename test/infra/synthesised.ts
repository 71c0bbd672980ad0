/** The app as the tests read it: synthesised with a build of empty files, because nothing here runs a Lambda. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
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

/** Not yet synthesised, so that more can be asked of it. */
export function appWith(settings: Settings): App {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-synth-'));
  const lambdas = lambdaEntries(resolve(import.meta.dirname, '../..')).map(({ name }) => name);
  for (const name of [...lambdas, 'speak-problems', 'show-page']) {
    writeEmpty(join(folder, 'functions', name, 'index.js'));
  }
  writeEmpty(join(folder, 'console/index.html'));
  return tenantryApp(settings, { outdir: join(folder, 'cdk.out'), built: folder });
}

export type Resource = { readonly Type: string; readonly Properties: Record<string, unknown> };

/** By logical id, of one type. */
type Resources = (type: string) => Record<string, Resource>;

const stackNames = ['data', 'identity', 'mail', 'web', 'edge', 'api', 'events', 'deployment'] as const;

/** Looks resources up, stack by stack. */
export function resourcesOf(app: App): Record<(typeof stackNames)[number], Resources> {
  const { stacks } = app.synth();
  const inStack = (name: string): Resources => {
    const all: Record<string, Resource> =
      stacks.find(({ id }) => id.endsWith(`-${name}`))?.template.Resources ?? {};
    return type => Object.fromEntries(Object.entries(all).filter(([, { Type }]) => Type === type));
  };
  return Object.fromEntries(stackNames.map(name => [name, inStack(name)])) as ReturnType<typeof resourcesOf>; // by name
}

/** The logical id that a Ref or GetAtt leads to, however deep in the value. */
export function referred(value: unknown): string {
  return /"(?:Ref":"|Fn::GetAtt":\[")(\w+)"/.exec(JSON.stringify(value) ?? '')?.[1] ?? 'refers to nothing';
}

function writeEmpty(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
}

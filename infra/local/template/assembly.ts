/** Reads the cloud assembly that the CDK app writes: its stacks in deployment order, and their assets. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { failure } from '../failure.ts';
import { defaultPlace, type Place } from '../servers/place.ts';

const Resource = z.object({
  Type: z.string(),
  Properties: z.optional(z.record(z.string(), z.unknown())),
  DependsOn: z.optional(z.union([z.string(), z.array(z.string())])),
  Condition: z.optional(z.string()),
  Metadata: z.optional(z.record(z.string(), z.unknown())),
});

const Template = z.object({
  Resources: z._default(z.record(z.string(), Resource), {}),
  Outputs: z._default(
    z.record(
      z.string(),
      z.object({ Value: z.unknown(), Export: z.optional(z.object({ Name: z.unknown() })) }),
    ),
    {},
  ),
  Parameters: z._default(z.record(z.string(), z.object({ Default: z.optional(z.unknown()) })), {}),
  Conditions: z._default(z.record(z.string(), z.unknown()), {}),
  Mappings: z._default(z.record(z.string(), z.unknown()), {}),
});

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.optional(z.string()),
      dependencies: z._default(z.array(z.string()), []),
      properties: z.optional(
        z.object({
          templateFile: z.optional(z.string()),
          stackName: z.optional(z.string()),
          file: z.optional(z.string()),
        }),
      ),
    }),
  ),
});

const AssetManifest = z.object({
  files: z._default(
    z.record(
      z.string(),
      z.object({
        source: z.object({ path: z.string() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    ),
    {},
  ),
});

export type Resource = z.infer<typeof Resource>;
export type Template = z.infer<typeof Template>;
export type Stack = { readonly name: string; readonly place: Place; readonly template: Template };
export type Assembly = {
  /** A stack comes after those it depends on. */
  readonly stacks: readonly Stack[];
  /** Where an asset lies, by the object key that the templates call it by. */
  assetPath(objectKey: string): string;
};

export function readAssembly(directory: string): Assembly {
  const { artifacts } = Manifest.parse(readJson(directory, 'manifest.json'));
  const assets = new Map<string, string>();
  for (const artifact of Object.values(artifacts)) {
    if (artifact.type !== 'cdk:asset-manifest' || artifact.properties?.file === undefined) continue;
    for (const file of Object.values(
      AssetManifest.parse(readJson(directory, artifact.properties.file)).files,
    )) {
      for (const { objectKey } of Object.values(file.destinations)) {
        assets.set(objectKey, join(directory, file.source.path));
      }
    }
  }
  const stacks = inOrder(artifacts).flatMap(([id, artifact]) => {
    const file = artifact.properties?.templateFile;
    if (artifact.type !== 'aws:cloudformation:stack' || file === undefined) return [];
    return {
      name: artifact.properties?.stackName ?? id,
      place: placeOf(artifact.environment),
      template: Template.parse(readJson(directory, file)),
    };
  });
  return {
    stacks,
    assetPath(objectKey) {
      const path = assets.get(objectKey);
      if (path === undefined)
        throw failure(`No asset of the assembly in ${directory} is called ${objectKey}`);
      return path;
    },
  };
}

type Artifact = z.infer<typeof Manifest>['artifacts'][string];

function inOrder(artifacts: Record<string, Artifact>): [string, Artifact][] {
  const ordered = new Map<string, Artifact>();
  const visit = (id: string) => {
    const artifact = artifacts[id];
    if (artifact === undefined || ordered.has(id)) return;
    artifact.dependencies.forEach(visit);
    ordered.set(id, artifact);
  };
  Object.keys(artifacts).forEach(visit);
  return [...ordered];
}

/** From `aws://123456789012/eu-west-1`, where a stack may leave either open as `unknown-…`. */
function placeOf(address = 'aws://unknown-account/unknown-region'): Place {
  const [account = '', region = ''] = address.replace('aws://', '').split('/');
  return {
    account: account.startsWith('unknown') ? defaultPlace.account : account,
    region: region.startsWith('unknown') ? defaultPlace.region : region,
  };
}

function readJson(directory: string, file: string): unknown {
  const path = join(directory, file);
  if (!existsSync(path)) throw failure(`${path} is missing: synthesise the CDK app first`);
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** The CDK's BucketDeployment: puts the files of assets into a bucket. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { failure } from '../failure.ts';
import { type Created, creator } from '../template/deploy.ts';
import { boolean, ignored } from './properties.ts';
import type { Services } from './services.ts';

const Deployment = z.strictObject({
  ServiceToken: ignored('what its Lambda does is done here'),
  DestinationBucketName: z.string(),
  DestinationBucketKeyPrefix: z._default(z.string(), ''),
  SourceObjectKeys: z.array(z.string()),
  SourceMarkers: z._default(z.array(z.record(z.string(), z.string())), []),
  SourceMarkersConfig: z._default(z.array(z.object({ jsonEscape: z.optional(boolean) })), []),
  SystemMetadata: z._default(z.record(z.string(), z.string()), {}),
  Extract: z._default(boolean, true),
  Include: z.optional(z.array(z.string())),
  Exclude: z.optional(z.array(z.string())),
  SourceBucketNames: ignored('assets are found by their key'),
  Prune: ignored('the bucket is empty before'),
  RetainOnDelete: ignored('nothing here outlives the process'),
  DistributionId: ignored('nothing is cached here'),
  DistributionPaths: ignored('nothing is cached here'),
  WaitForDistributionInvalidation: ignored('nothing is cached here'),
  OutputObjectKeys: ignored('nothing reads them'),
});

type Deployment = z.infer<typeof Deployment>;

export const bucketDeployment = (services: Services) =>
  creator(Deployment, async (properties, position): Promise<Created> => {
    if (!properties.Extract)
      throw failure('A deployment that does not extract its archives is not known here');
    for (const [index, key] of properties.SourceObjectKeys.entries()) {
      const fill = filler(properties, index, services.localAddresses);
      await putDirectory(services.assembly.assetPath(key), fill, properties, services);
    }
    const attributes = { DestinationBucketArn: `arn:aws:s3:::${properties.DestinationBucketName}` };
    return { ref: position.logicalId, attributes };
  });

type Fill = (content: Buffer) => Buffer;

async function putDirectory(
  source: string,
  fill: Fill,
  properties: Deployment,
  { clients }: Services,
): Promise<void> {
  if (!(await stat(source)).isDirectory())
    throw failure(`${source} is an archive; only directories are deployed here`);
  const { DestinationBucketName, DestinationBucketKeyPrefix, SystemMetadata, Include, Exclude } = properties;
  for (const path of (await filesIn(source)).filter(chosenBy(Include, Exclude))) {
    await clients.s3.send(
      new PutObjectCommand({
        Bucket: DestinationBucketName,
        Key: `${DestinationBucketKeyPrefix}${path}`,
        Body: fill(await readFile(join(source, path))),
        ContentType: SystemMetadata['content-type'] ?? TYPES[extname(path)] ?? 'binary/octet-stream',
        CacheControl: SystemMetadata['cache-control'],
      }),
    );
  }
}

async function filesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  return files.map(file => relative(directory, file).split(sep).join('/'));
}

/** As the AWS CLI reads them, in this order: what is excluded, then what is included after all. `*` is any text. */
function chosenBy(include: readonly string[] = [], exclude: readonly string[] = []) {
  const matches = (patterns: readonly string[], path: string) =>
    patterns.some(pattern =>
      new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(path),
    );
  return (path: string) => !matches(exclude, path) || matches(include, path);
}

/** Puts values that were unknown when the app was synthesised in the place of their markers. */
function filler(properties: Deployment, index: number, localAddresses: (value: string) => string): Fill {
  const markers = Object.entries(properties.SourceMarkers[index] ?? {});
  const inJson = properties.SourceMarkersConfig[index]?.jsonEscape ?? false;
  if (markers.length === 0) return content => content;
  return content => {
    const text = markers.reduce(
      (before, [marker, value]) =>
        before.replaceAll(marker, inJson ? JSON.stringify(value).slice(1, -1) : value),
      content.toString('utf8'),
    );
    return Buffer.from(localAddresses(text));
  };
}

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/vnd.microsoft.icon',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};

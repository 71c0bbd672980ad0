/** The built console in its bucket: what carries a hash in its name for good, the rest asked for anew each time. */
import { Duration } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { acceptRisks } from './accept.ts';
import { consolePath } from './built.ts';

/** Where the console's build puts files named by their content. */
const hashed = 'assets/*';

export function consoleBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, 'ConsoleFiles', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
  });
  acceptRisks(bucket, { S1: 'It holds what anybody may load, and CloudFront alone reads it.' });
  return bucket;
}

export function deployConsole(
  scope: Construct,
  destinationBucket: Bucket,
  distribution: IDistribution,
): void {
  const forGood = new BucketDeployment(scope, 'DeployAssets', {
    sources: [Source.asset(consolePath(scope))],
    destinationBucket,
    exclude: ['*'],
    include: [hashed],
    // Whoever has the page open goes on loading the files that it names.
    prune: false,
    cacheControl: [
      CacheControl.setPublic(),
      CacheControl.maxAge(Duration.days(365)),
      CacheControl.immutable(),
    ],
  });
  const page = new BucketDeployment(scope, 'DeployPage', {
    sources: [Source.asset(consolePath(scope))],
    destinationBucket,
    exclude: [hashed],
    prune: false,
    cacheControl: [CacheControl.noCache()],
    distribution,
    distributionPaths: ['/*'],
  });
  // The page comes after what it loads.
  page.node.addDependency(forGood);
}

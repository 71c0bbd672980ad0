/** The built console in its bucket: what carries a hash in its name for good, the rest asked for anew each time. */
import { Duration, Stack } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
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
  acceptCopiersRisks(forGood, destinationBucket);
}

/** Both deployments share one copier, which the CDK brings along, its role and runtime with it. */
function acceptCopiersRisks({ handlerRole }: BucketDeployment, destination: Bucket): void {
  const { region } = Stack.of(destination);
  const files = destination.node.defaultChild as CfnBucket; // what a Bucket is made of
  const granted = 'The CDK’s grant of reading or writing, on these two buckets alone.';
  acceptRisks(handlerRole.node.scope ?? handlerRole, {
    [`IAM5[Resource::arn:aws:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${region}/*]`]:
      'The CDK names what it uploads by content; the copier may only read there.',
    [`IAM5[Resource::<${Stack.of(files).getLogicalId(files)}.Arn>/*]`]:
      'It copies whatever the build made, so neither names nor number of the files are known here.',
    'IAM5[Action::s3:GetBucket*]': granted,
    'IAM5[Action::s3:GetObject*]': granted,
    'IAM5[Action::s3:List*]': granted,
    'IAM5[Action::s3:DeleteObject*]': granted,
    'IAM5[Action::s3:Abort*]': granted,
    'IAM5[Resource::*]': 'CloudFront’s invalidations know no resource in the CDK’s grant.',
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]':
      'The CDK’s own function: it writes its log.',
    L1: 'The CDK chooses and renews the runtime of its own function.',
  });
}

/** Where pictures lie: as they were uploaded, for a day at most; and as they are shown, for good. */
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type CfnBucket,
  type CorsRule,
  HttpMethods,
} from 'aws-cdk-lib/aws-s3';
import type { Construct, IConstruct } from 'constructs';
import type { Settings } from '../settings.ts';
import { acceptRisks } from './accept.ts';
import type { World } from './world.ts';

/** Open to nobody but whom a role or a policy names. */
export const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
} as const satisfies BucketProps;

/**
 * For a role that may do something with objects of the buckets: each is made under a name that nobody knows before, so
 * the right ends in a wildcard behind the folder.
 */
export function acceptObjectRights(
  role: IConstruct,
  { uploads, pictures, exports, imports }: World['files'],
): void {
  const open = (bucket: Bucket, folder: string) => `IAM5[Resource::<${logicalIdOf(bucket)}.Arn>/${folder}/*]`;
  acceptRisks(role, {
    [open(uploads, 'uploads')]: 'Uploads alone lie there, and it is this Lambda that names and takes them.',
    [open(pictures, 'pictures')]:
      'Pictures alone lie there, and it is their Lambdas that name and remove them.',
    [open(exports, 'exports')]:
      'Exports alone lie there; one Lambda names and writes them, another one makes links to them.',
    [open(imports, 'uploads')]:
      'Files to be imported alone lie there; one Lambda names them, another one reads them.',
    [open(imports, 'plans')]: 'Plans alone lie there; one Lambda names and writes them, others read them.',
    [open(imports, 'reports')]:
      'Reports alone lie there; their Lambdas name and write them, another one makes links to them.',
  });
}

function logicalIdOf(bucket: Bucket): string {
  return Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnBucket); // what a Bucket is made of
}

/** Read by CloudFront alone: by any distribution of the account, since ours comes later and is not known here. */
export function pictureBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, 'Pictures', { ...closed, removalPolicy: RemovalPolicy.RETAIN });
  acceptRisks(bucket, {
    S1: 'It holds what anybody may load who knows its name, and CloudFront alone reads it.',
  });
  const { partition, account } = Stack.of(scope);
  bucket.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
      actions: ['s3:GetObject'],
      resources: [bucket.arnForObjects('pictures/*')],
      conditions: {
        ArnLike: { 'aws:SourceArn': `arn:${partition}:cloudfront::${account}:distribution/*` },
      },
    }),
  );
  return bucket;
}

/** Known before the bucket is made: the console's page, at whose address it looks, says where uploads go. */
export function bucketName(scope: Construct, { stage }: Settings, of: 'uploads' | 'imports'): string {
  const { account, region } = Stack.of(scope);
  return `tenantry-${stage}-${of}-${account}-${region}`;
}

/** Where browsers send what goes into it: an origin, without a slash at its end. */
export function bucketOrigin(scope: Construct, name: string): string {
  const { region, urlSuffix } = Stack.of(scope);
  return `https://${name}.s3.${region}.${urlSuffix}`;
}

export function uploadOrigin(scope: Construct, settings: Settings): string {
  return bucketOrigin(scope, bucketName(scope, settings, 'uploads'));
}

/** Browsers may send forms from the console's page. */
export function formsFrom(consoleUrl: string): CorsRule {
  return { allowedOrigins: [consoleUrl], allowedMethods: [HttpMethods.POST], maxAge: 3600 };
}

export function uploadBucket(scope: Construct, settings: Settings, consoleUrl: string): Bucket {
  const bucket = new Bucket(scope, 'Uploads', {
    ...closed,
    bucketName: bucketName(scope, settings, 'uploads'),
    removalPolicy: RemovalPolicy.DESTROY,
    lifecycleRules: [{ expiration: Duration.days(1) }],
    cors: [formsFrom(consoleUrl)],
  });
  acceptRisks(bucket, {
    S1: 'What is uploaded is looked at and removed within the minute, and nobody else reads it.',
  });
  return bucket;
}

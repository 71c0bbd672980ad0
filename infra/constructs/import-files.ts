/** Where files of imports lie, for a week: as they were uploaded, what is planned of them, and the files that come back. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { acceptRisks } from './accept.ts';
import { bucketName, bucketOrigin, closed, formsFrom } from './picture-files.ts';

export function importOrigin(scope: Construct, settings: Settings): string {
  return bucketOrigin(scope, bucketName(scope, settings, 'imports'));
}

export function importBucket(scope: Construct, settings: Settings, consoleUrl: string): Bucket {
  const bucket = new Bucket(scope, 'Imports', {
    ...closed,
    bucketName: bucketName(scope, settings, 'imports'),
    removalPolicy: RemovalPolicy.DESTROY,
    lifecycleRules: [{ expiration: Duration.days(7), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    cors: [formsFrom(consoleUrl)],
  });
  acceptRisks(bucket, {
    S1: 'Who imported what stands in the audit trail, and nobody else gets a link to these files.',
  });
  return bucket;
}

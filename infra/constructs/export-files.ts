/** Where files of exports lie, for a day: whoever has a link that has not died reads from there. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acceptRisks } from './accept.ts';
import { closed } from './picture-files.ts';

export function exportBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, 'Exports', {
    ...closed,
    removalPolicy: RemovalPolicy.DESTROY,
    lifecycleRules: [{ expiration: Duration.days(1), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
  });
  acceptRisks(bucket, {
    S1: 'Who asked for which export stands in the audit trail, and nobody else gets a link to it.',
  });
  return bucket;
}

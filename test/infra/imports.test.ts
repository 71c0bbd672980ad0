/** Where files of imports lie, as CloudFormation is told. */
import { expect, test } from 'vitest';
import { asDelivered, synthesised } from './synthesised.ts';

const { web } = synthesised(asDelivered);
const [bucket, ...more] = Object.entries(web.resources('AWS::S3::Bucket')).filter(([id]) =>
  id.startsWith('Imports'),
);

test('they lie closed to everybody, encrypted, for a week; parts of files that never became whole for a day', () => {
  expect(more).toEqual([]);
  expect(bucket?.[1].Properties).toMatchObject({
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    LifecycleConfiguration: {
      Rules: [
        {
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
          ExpirationInDays: 7,
          Status: 'Enabled',
        },
      ],
    },
  });
});

test('forms come from the console’s page alone, and the page may send to this very bucket', () => {
  const { CorsConfiguration, BucketName } = bucket?.[1].Properties ?? {};
  const cors = CorsConfiguration as { CorsRules: { AllowedOrigins: unknown[] }[] } | undefined; // as S3 has it
  expect(cors?.CorsRules).toEqual([
    { AllowedMethods: ['POST'], AllowedOrigins: [expect.anything()], MaxAge: 3600 },
  ]);
  expect(JSON.stringify(cors?.CorsRules[0]?.AllowedOrigins)).toMatch(/https:\/\/.*DomainName/);
  const [name = ''] = JSON.stringify(BucketName).match(/tenantry-production-imports-.*-us-east-1/) ?? [];
  expect(name).not.toBe('');
  const policies = JSON.stringify(web.resources('AWS::CloudFront::ResponseHeadersPolicy'));
  expect(policies).toContain(`${name}.s3.us-east-1.`);
});

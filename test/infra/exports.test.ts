/** Where files of exports lie, as CloudFormation is told. */
import { expect, test } from 'vitest';
import { asDelivered, synthesised } from './synthesised.ts';

const { web } = synthesised(asDelivered);
const [bucket, ...more] = Object.entries(web.resources('AWS::S3::Bucket')).filter(([id]) =>
  id.startsWith('Exports'),
);

test('they lie closed to everybody, encrypted, for a day, and so do parts of files that never became whole', () => {
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
          ExpirationInDays: 1,
          Status: 'Enabled',
        },
      ],
    },
  });
  expect(bucket?.[1].Properties).not.toHaveProperty('CorsConfiguration');
});

test('nobody reads them but over TLS', () => {
  const policies = Object.values(web.resources('AWS::S3::BucketPolicy')).filter(({ Properties }) =>
    JSON.stringify(Properties.Bucket).includes(bucket?.[0] ?? 'none'),
  );
  expect(policies.map(({ Properties }) => Properties.PolicyDocument)).toEqual([
    expect.objectContaining({
      Statement: [
        expect.objectContaining({
          Effect: 'Deny',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      ],
    }),
  ]);
});

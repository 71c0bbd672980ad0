/** What stands before everything: CloudFront, its two origins, and what the browser is told. */
import { expect, test } from 'vitest';
import { asDelivered, synthesised, withEverything } from './synthesised.ts';

const { web } = synthesised(asDelivered);
const everything = synthesised(withEverything);

/** Both as CloudFormation writes them. */
type Behavior = {
  PathPattern?: string;
  CachePolicyId: string;
  LambdaFunctionAssociations?: { EventType: string }[];
};
type Distribution = {
  CacheBehaviors: Behavior[];
  CustomErrorResponses: { ErrorCode: number; ErrorCachingMinTTL: number; ResponsePagePath?: string }[];
};

const { DistributionConfig } =
  Object.values(web.resources('AWS::CloudFront::Distribution'))[0]?.Properties ?? {};
const distribution = DistributionConfig as Distribution;

test('the API answers under /v1, uncached, in problem documents', () => {
  const [[name, policy] = []] = Object.entries(web.resources('AWS::CloudFront::CachePolicy'));
  expect(distribution.CacheBehaviors.find(({ PathPattern }) => PathPattern === '/v1/*')).toMatchObject({
    CachePolicyId: { Ref: name },
    LambdaFunctionAssociations: [{ EventType: 'origin-response' }],
  });
  // Only what asks to be kept would be; and whoever asks, with whatever, is asked for alone.
  expect(policy?.Properties.CachePolicyConfig).toMatchObject({
    ...{ MinTTL: 0, DefaultTTL: 0, MaxTTL: 1 },
    ParametersInCacheKeyAndForwardedToOrigin: {
      HeadersConfig: {
        Headers: ['Authorization', 'CloudFront-Viewer-City', 'CloudFront-Viewer-Country'],
      },
      CookiesConfig: { CookieBehavior: 'all' },
      QueryStringsConfig: { QueryStringBehavior: 'all' },
    },
  });
});

test('no refusal is kept, and none is replaced by a page', () => {
  expect(
    distribution.CustomErrorResponses.filter(({ ErrorCachingMinTTL }) => ErrorCachingMinTTL > 0),
  ).toEqual([]);
  expect(distribution.CustomErrorResponses.filter(({ ResponsePagePath }) => ResponsePagePath)).toEqual([]);
  expect(distribution.CustomErrorResponses.map(({ ErrorCode }) => ErrorCode)).toContain(404);
});

test('the browser runs and shows nothing that is not ours', () => {
  const policies = Object.values(web.resources('AWS::CloudFront::ResponseHeadersPolicy'));
  const headers = JSON.stringify(policies);
  expect(headers).toContain("default-src 'self'");
  expect(headers).not.toContain('unsafe');
  // One foreign address, and that only for sending: where uploads go.
  expect(headers.match(/[\w-]+-src [^;]*https?:[^;]*/g)).toEqual([
    expect.stringMatching(
      /^connect-src 'self' https:\/\/tenantry-production-uploads-\S+ https:\/\/tenantry-production-imports-/,
    ),
  ]);
});

test('the buckets are closed to all but CloudFront', () => {
  const buckets = Object.values(web.resources('AWS::S3::Bucket'));
  const closed = { BlockPublicAcls: true, RestrictPublicBuckets: true };
  expect(buckets.length).toBeGreaterThan(2);
  for (const { Properties } of buckets)
    expect(Properties.PublicAccessBlockConfiguration).toMatchObject(closed);
});

test('the deployment copies the page after what it loads', () => {
  const copies = Object.entries(web.resources('Custom::CDKBucketDeployment'));
  const [assets, page] = copies;
  expect(copies).toHaveLength(2);
  expect(assets?.[1].Properties.SystemMetadata).toEqual({
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect(page?.[1].Properties.SystemMetadata).toEqual({ 'cache-control': 'no-cache' });
  expect(page?.[1]).toMatchObject({ DependsOn: expect.arrayContaining([assets?.[0]]) });
});

test('what speaks problems lives in us-east-1, wherever the rest does', () => {
  const isSpeaker = ({ Properties }: { Properties: Record<string, unknown> }) =>
    Properties.Description === 'speak-problems';
  expect(Object.values(web.resources('AWS::Lambda::Function')).filter(isSpeaker)).toHaveLength(1);
  expect(Object.values(everything.edge.resources('AWS::Lambda::Function')).filter(isSpeaker)).toHaveLength(1);
  expect(Object.values(everything.web.resources('AWS::Lambda::Function')).filter(isSpeaker)).toHaveLength(0);
});

test('a domain of one’s own and an access log are there when they are chosen', () => {
  const { DistributionConfig } =
    Object.values(everything.web.resources('AWS::CloudFront::Distribution'))[0]?.Properties ?? {};
  expect(DistributionConfig).toMatchObject({
    Aliases: ['people.example.com'],
    ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' },
  });
  expect(DistributionConfig).toHaveProperty('Logging.Bucket');
  expect(distribution).not.toHaveProperty('Logging');
  expect(distribution).not.toHaveProperty('Aliases');
});

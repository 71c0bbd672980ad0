/** Where pictures are put, kept and served from, as CloudFormation is told. */
import { expect, test } from 'vitest';
import { asDelivered, referred, synthesised, withEverything } from './synthesised.ts';

const { data, web } = synthesised(asDelivered);
const [picturesId = '', ...otherBuckets] = Object.keys(data.resources('AWS::S3::Bucket'));
const uploads = (stacks: typeof web) =>
  Object.values(stacks.resources('AWS::S3::Bucket')).find(({ Properties }) => Properties.CorsConfiguration);

type Behavior = { PathPattern: string; AllowedMethods?: string[]; TargetOriginId: string };
type Origin = { Id: string; DomainName: unknown; OriginAccessControlId: unknown };
type Config = { CacheBehaviors: (Behavior & { ResponseHeadersPolicyId: unknown })[]; Origins: Origin[] };
type Statement = {
  Effect: string;
  Principal: unknown;
  Action: unknown;
  Resource: unknown;
  Condition: unknown;
};

const [distribution] = Object.values(web.resources('AWS::CloudFront::Distribution'));
const config = distribution?.Properties.DistributionConfig as Config; // as CloudFormation writes it
const behavior = config.CacheBehaviors.find(({ PathPattern }) => PathPattern === '/pictures/*');

test('pictures outlive their stack, closed to everybody', () => {
  expect([picturesId, otherBuckets]).toEqual(['Pictures8CDD258B', []]);
  expect(data.resources('AWS::S3::Bucket')[picturesId]).toMatchObject({
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    },
  });
});

test('CloudFront alone reads them, from distributions of the account, and without TLS nobody does', () => {
  const [policy] = Object.values(data.resources('AWS::S3::BucketPolicy'));
  const document = policy?.Properties.PolicyDocument as { Statement: Statement[] } | undefined; // as IAM writes it
  const [deny, allow, ...more] = document?.Statement ?? [];
  expect(more).toEqual([]);
  expect(deny).toMatchObject({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
  expect(allow).toMatchObject({
    Effect: 'Allow',
    Principal: { Service: 'cloudfront.amazonaws.com' },
    Action: 's3:GetObject',
  });
  expect(JSON.stringify(allow?.Resource)).toContain('/pictures/*');
  expect(JSON.stringify(allow?.Condition)).toMatch(/ArnLike.*SourceArn.*:distribution\/\*/);
});

test('they are served under the console’s address, to be looked at and nothing else', () => {
  const origin = config.Origins.find(({ Id }) => Id === behavior?.TargetOriginId);
  expect(JSON.stringify(origin?.DomainName)).toContain(picturesId);
  expect(web.resources('AWS::CloudFront::OriginAccessControl')).toHaveProperty(
    referred(origin?.OriginAccessControlId),
  );
  expect(behavior?.AllowedMethods ?? ['GET', 'HEAD']).toEqual(['GET', 'HEAD']);
  const policies = web.resources('AWS::CloudFront::ResponseHeadersPolicy');
  expect(policies[referred(behavior?.ResponseHeadersPolicyId)]?.Properties).toMatchObject({
    ResponseHeadersPolicyConfig: {
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'; sandbox", Override: true },
        ContentTypeOptions: { Override: true },
      },
      CustomHeadersConfig: {
        Items: [
          { Header: 'Content-Disposition', Value: 'inline', Override: true },
          { Header: 'Cross-Origin-Resource-Policy', Value: 'same-site', Override: true },
        ],
      },
    },
  });
});

test.each([
  ['CloudFront’s own name', asDelivered, /"https:\/\/",{"Fn::GetAtt":\["\w+","DomainName"\]}/],
  ['a domain of one’s own', withEverything, /^"https:\/\/people\.example\.com"$/],
])('uploads come from the console’s page alone and stay for a day, with %s', (_, settings, origin) => {
  const { Properties } = uploads(synthesised(settings).web) ?? {};
  const cors = Properties?.CorsConfiguration as { CorsRules: { AllowedOrigins: unknown[] }[] } | undefined; // as S3 has it
  const [rule, ...more] = cors?.CorsRules ?? [];
  expect(more).toEqual([]);
  expect(rule).toMatchObject({ AllowedMethods: ['POST'], AllowedOrigins: [expect.anything()] });
  expect(JSON.stringify(rule?.AllowedOrigins[0])).toMatch(origin);
  expect(Properties?.LifecycleConfiguration).toEqual({ Rules: [{ ExpirationInDays: 1, Status: 'Enabled' }] });
});

test('the page may send to the very bucket that uploads go to', () => {
  const { BucketName } = uploads(web)?.Properties ?? {};
  const [name = ''] = JSON.stringify(BucketName).match(/tenantry-production-uploads-.*-us-east-1/) ?? [];
  const policies = JSON.stringify(web.resources('AWS::CloudFront::ResponseHeadersPolicy'));
  expect(name).not.toBe('');
  expect(policies).toContain(`${name}.s3.us-east-1.`);
});

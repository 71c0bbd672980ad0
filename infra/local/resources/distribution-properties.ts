/** What a CloudFront distribution may say, and what of it does not matter on one machine. */
import * as z from 'zod/mini';
import { ignored, number, tags } from './properties.ts';

const tls = ignored('plain HTTP here');
const noCache = ignored('nothing is cached here');

const BehaviourProperties = z.strictObject({
  PathPattern: z.optional(z.string()),
  TargetOriginId: z.string(),
  AllowedMethods: z._default(z.array(z.string()), ['GET', 'HEAD']),
  CachePolicyId: z.string(),
  OriginRequestPolicyId: z.optional(z.string()),
  ResponseHeadersPolicyId: z.optional(z.string()),
  FunctionAssociations: z._default(
    z.array(z.object({ EventType: z.enum(['viewer-request', 'viewer-response']), FunctionARN: z.string() })),
    [],
  ),
  LambdaFunctionAssociations: z._default(
    z.array(z.object({ EventType: z.literal('origin-response'), LambdaFunctionARN: z.string() })),
    [],
  ),
  CachedMethods: noCache,
  Compress: ignored('the network is short here'),
  ViewerProtocolPolicy: tls,
});
export type BehaviourProperties = z.infer<typeof BehaviourProperties>;

const OriginProperties = z.looseObject({
  Id: z.string(),
  DomainName: z.string(),
  OriginPath: z.optional(z.literal('')),
  OriginCustomHeaders: z.optional(
    z.array(z.never('headers of our own towards an origin are not known here')),
  ),
});
export type OriginProperties = z.infer<typeof OriginProperties>;

const DistributionConfig = z.strictObject({
  Aliases: z._default(z.array(z.string()), []),
  CacheBehaviors: z._default(z.array(BehaviourProperties), []),
  DefaultCacheBehavior: BehaviourProperties,
  CustomErrorResponses: z._default(
    z.array(
      z.object({
        ErrorCode: number,
        ResponseCode: z.optional(number),
        ResponsePagePath: z.optional(z.string()),
        ErrorCachingMinTTL: noCache,
      }),
    ),
    [],
  ),
  DefaultRootObject: z._default(z.string(), ''),
  Enabled: z.literal(true),
  Origins: z.array(OriginProperties),
  Comment: ignored('for people'),
  HttpVersion: tls,
  IPV6Enabled: tls,
  Logging: ignored('no access logs here'),
  PriceClass: ignored('nothing here is billed'),
  Restrictions: ignored('one machine is one country'),
  ViewerCertificate: tls,
  WebACLId: ignored('no firewall here'),
});

export const Distribution = z.strictObject({ DistributionConfig, Tags: tags });

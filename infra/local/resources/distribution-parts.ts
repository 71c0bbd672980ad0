/** What a CloudFront distribution refers to: response headers policies and functions. */
import * as z from 'zod/mini';
import type { HeadersPolicy } from '../runtime/cdn/headers-policy.ts';
import { compileViewerFunction } from '../runtime/cdn/viewer-function.ts';
import { type Created, creator } from '../template/deploy.ts';
import { boolean, ignored, number, physicalName, tags } from './properties.ts';
import type { Services } from './services.ts';

const Function_ = z.strictObject({
  Name: z.string(),
  FunctionCode: z.string(),
  FunctionConfig: z.object({ Runtime: z.string() }),
  AutoPublish: ignored('there is one version here'),
  Tags: tags,
});

export const viewerFunction = ({ distributions }: Services) =>
  creator(Function_, ({ Name, FunctionCode }, position): Created => {
    const arn = `arn:aws:cloudfront::${position.place.account}:function/${Name}`;
    distributions.functions.set(arn, compileViewerFunction(FunctionCode));
    return { ref: arn, attributes: { FunctionARN: arn } };
  });

/** Whatever would be cached without having asked for it is a mistake here. */
const never = z.pipe(number, z.literal(0));

const CachePolicy = z.strictObject({
  CachePolicyConfig: z.strictObject({
    Name: z.string(),
    Comment: ignored('for people'),
    MinTTL: never,
    DefaultTTL: never,
    MaxTTL: ignored('no answer asks to be cached'),
    ParametersInCacheKeyAndForwardedToOrigin: z.object({
      HeadersConfig: z.object({ Headers: z._default(z.array(z.string()), []) }),
    }),
  }),
});

export const cachePolicy = ({ distributions }: Services) =>
  creator(CachePolicy, ({ CachePolicyConfig: config }, position): Created => {
    const id = physicalName(position);
    const { Headers } = config.ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig;
    distributions.cachePolicies.set(id, { headers: Headers.map(name => name.toLowerCase()) });
    return { ref: id, attributes: { Id: id } };
  });

const Overriding = z.object({ Override: boolean });

const Security = z.strictObject({
  ContentSecurityPolicy: z.optional(z.object({ ContentSecurityPolicy: z.string(), Override: boolean })),
  ContentTypeOptions: z.optional(Overriding),
  FrameOptions: z.optional(z.object({ FrameOption: z.string(), Override: boolean })),
  ReferrerPolicy: z.optional(z.object({ ReferrerPolicy: z.string(), Override: boolean })),
  StrictTransportSecurity: z.optional(
    z.object({
      AccessControlMaxAgeSec: number,
      IncludeSubdomains: z._default(boolean, false),
      Preload: z._default(boolean, false),
      Override: boolean,
    }),
  ),
  XSSProtection: z.optional(
    z.object({ Protection: boolean, ModeBlock: z._default(boolean, false), Override: boolean }),
  ),
});
type Security = z.infer<typeof Security>;

const Policy = z.strictObject({
  ResponseHeadersPolicyConfig: z.strictObject({
    Name: z.string(),
    Comment: ignored('for people'),
    SecurityHeadersConfig: z._default(Security, {}),
    CustomHeadersConfig: z._default(
      z.object({ Items: z.array(z.object({ Header: z.string(), Value: z.string(), Override: boolean })) }),
      { Items: [] },
    ),
    RemoveHeadersConfig: z._default(z.object({ Items: z.array(z.object({ Header: z.string() })) }), {
      Items: [],
    }),
    ServerTimingHeadersConfig: ignored('no metrics here'),
  }),
});

export const responseHeadersPolicy = ({ distributions, localAddresses }: Services) =>
  creator(Policy, ({ ResponseHeadersPolicyConfig: config }, position): Created => {
    const id = physicalName(position);
    const custom = config.CustomHeadersConfig.Items.map(({ Header, Value, Override }) =>
      set(Header, Value, Override),
    );
    const here = [...securityHeaders(config.SecurityHeadersConfig), ...custom].map(header => ({
      ...header,
      value: localAddresses(header.value),
    }));
    distributions.headersPolicies.set(id, {
      set: here,
      remove: config.RemoveHeadersConfig.Items.map(({ Header }) => Header),
    });
    return { ref: id, attributes: { Id: id } };
  });

const set = (name: string, value: string, override: boolean) => ({ name, value, override });

function securityHeaders(security: Security): HeadersPolicy['set'] {
  const { ContentSecurityPolicy, ContentTypeOptions, FrameOptions, ReferrerPolicy } = security;
  const { StrictTransportSecurity: transport, XSSProtection: xss } = security;
  const seconds = `max-age=${transport?.AccessControlMaxAgeSec}`;
  const subdomains = transport?.IncludeSubdomains ? '; includeSubDomains' : '';
  const preload = transport?.Preload ? '; preload' : '';
  return [
    ContentSecurityPolicy &&
      set(
        'content-security-policy',
        ContentSecurityPolicy.ContentSecurityPolicy,
        ContentSecurityPolicy.Override,
      ),
    ContentTypeOptions && set('x-content-type-options', 'nosniff', ContentTypeOptions.Override),
    FrameOptions && set('x-frame-options', FrameOptions.FrameOption, FrameOptions.Override),
    ReferrerPolicy && set('referrer-policy', ReferrerPolicy.ReferrerPolicy, ReferrerPolicy.Override),
    transport && set('strict-transport-security', `${seconds}${subdomains}${preload}`, transport.Override),
    xss &&
      set(
        'x-xss-protection',
        `${Number(xss.Protection)}${xss.ModeBlock ? '; mode=block' : ''}`,
        xss.Override,
      ),
  ].filter(header => header !== undefined);
}

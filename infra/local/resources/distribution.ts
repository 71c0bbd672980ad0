/** CloudFront distributions: which path goes to which origin, and what happens on the way. */
import { failure } from '../failure.ts';
import type { Behaviour, Origin } from '../runtime/cdn/behaviours.ts';
import { fetchFromBucket } from '../runtime/cdn/bucket-origin.ts';
import type { CachePolicy } from '../runtime/cdn/distributions.ts';
import { type Created, creator } from '../template/deploy.ts';
import { type BehaviourProperties, Distribution, type OriginProperties } from './distribution-properties.ts';
import { idOf } from './properties.ts';
import type { Services } from './services.ts';

export const distribution = (services: Services) =>
  creator(Distribution, ({ DistributionConfig: config }, position): Created => {
    const id = `E${idOf(position).toUpperCase()}`;
    const domainName = `${idOf(position)}.cloudfront.net`;
    const origins = config.Origins.map(origin => originOf(origin, services));
    services.distributions.define({
      id,
      domainName,
      aliases: config.Aliases,
      defaultRootObject: config.DefaultRootObject,
      behaviours: [...config.CacheBehaviors, config.DefaultCacheBehavior].map(behaviour =>
        behaviourOf(behaviour, origins, services),
      ),
      errorResponses: config.CustomErrorResponses.flatMap(({ ErrorCode, ResponseCode, ResponsePagePath }) =>
        ResponsePagePath === undefined
          ? []
          : [{ code: ErrorCode, responseCode: ResponseCode ?? ErrorCode, pagePath: ResponsePagePath }],
      ),
    });
    return { ref: id, attributes: { Id: id, DomainName: domainName } };
  });

/** An origin is one of our buckets or one of our APIs, known by its domain name. */
function originOf({ Id, DomainName }: OriginProperties, { clients: { s3 }, httpApis }: Services): Origin {
  const [, bucket] = /^(.+)\.s3\.[^.]+\.amazonaws\.com$/.exec(DomainName) ?? [];
  if (bucket !== undefined) return { id: Id, domainName: DomainName, fetch: fetchFromBucket(s3, bucket) };
  const api = httpApis.at(DomainName);
  if (api === undefined)
    throw failure(`The origin ${DomainName} is neither a bucket nor an HTTP API of this account`);
  return { id: Id, domainName: DomainName, fetch: api };
}

function behaviourOf(
  properties: BehaviourProperties,
  origins: readonly Origin[],
  services: Services,
): Behaviour {
  const { functions, headersPolicies, cachePolicies } = services.distributions;
  const origin = origins.find(({ id }) => id === properties.TargetOriginId);
  if (origin === undefined) throw failure(`There is no origin ${properties.TargetOriginId}`);
  const functionFor = (type: 'viewer-request' | 'viewer-response') => {
    const arn = properties.FunctionAssociations.find(({ EventType }) => EventType === type)?.FunctionARN;
    return arn === undefined ? undefined : known(functions, arn);
  };
  const policy = properties.ResponseHeadersPolicyId;
  return {
    pathPattern: properties.PathPattern,
    origin,
    allowedMethods: properties.AllowedMethods,
    forwardsViewer: forwardsViewer(properties.OriginRequestPolicyId),
    told: headersTold(properties.CachePolicyId, cachePolicies),
    viewerRequest: functionFor('viewer-request'),
    viewerResponse: functionFor('viewer-response'),
    originResponse: edgeFunction(properties, services),
    headersPolicy: policy === undefined ? undefined : known(headersPolicies, policy),
  };
}

function known<T>(items: ReadonlyMap<string, T>, id: string): T {
  const item = items.get(id);
  if (item === undefined) throw failure(`${id} is not known here`);
  return item;
}

/** What AWS refuses of a function at the edge is refused here too. */
function edgeFunction(
  { LambdaFunctionAssociations }: BehaviourProperties,
  { lambda }: Services,
): string | undefined {
  const arn = LambdaFunctionAssociations[0]?.LambdaFunctionARN;
  if (arn === undefined) return undefined;
  const { name, variables, timeoutSeconds } = lambda.find(arn);
  if (Object.keys(variables).length > 0)
    throw failure(`${name} runs at the edge and so may not have variables`);
  if (timeoutSeconds > 30) throw failure(`${name} runs at the edge and so may not take longer than 30 s`);
  return arn;
}

/** Managed policies, which have the same id in every account. */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const CACHING_OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6';
const ALL_VIEWER_EXCEPT_HOST_HEADER = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

function headersTold(id: string, own: ReadonlyMap<string, CachePolicy>): readonly string[] {
  return id === CACHING_DISABLED || id === CACHING_OPTIMIZED ? [] : known(own, id).headers;
}

function forwardsViewer(policyId: string | undefined): boolean {
  if (policyId === undefined) return false;
  if (policyId !== ALL_VIEWER_EXCEPT_HOST_HEADER)
    throw failure(`The origin request policy ${policyId} is not known here`);
  return true;
}

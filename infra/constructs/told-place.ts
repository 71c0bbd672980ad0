/** How the API learns, coarsely, where somebody is, for the list of their sessions. */
import { Duration } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/**
 * Nothing is cached: all answers of the API forbid it. CloudFront's own headers reach an origin that may not see the
 * viewer's Host only by a policy of the cache, and one that switches caching off altogether can name no headers. So this
 * one would keep an answer for a second, had it asked for that, and tells requests apart by whatever differs in them.
 */
export function uncachedWithPlace(scope: Construct): cloudfront.CachePolicy {
  const never = Duration.seconds(0);
  return new cloudfront.CachePolicy(scope, 'UncachedWithPlace', {
    comment: 'Nothing is cached; the API is told where the viewer is',
    minTtl: never,
    defaultTtl: never,
    maxTtl: Duration.seconds(1),
    headerBehavior: cloudfront.CacheHeaderBehavior.allowList(
      'Authorization',
      'CloudFront-Viewer-City',
      'CloudFront-Viewer-Country',
    ),
    cookieBehavior: cloudfront.CacheCookieBehavior.all(),
    queryStringBehavior: cloudfront.CacheQueryStringBehavior.all(),
  });
}

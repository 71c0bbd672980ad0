/** What the browser is told to refuse. */
import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/**
 * No inline script and no inline style. Style attributes that a script sets on an element are no inline styles to
 * the browser; a `<style>` element is one, whoever puts it there. So the console must have its styles in files:
 * no style element for CSS variables or responsive properties (Mantine's `withCssVariables`, `hiddenFrom`, …).
 */
const contentSecurityPolicy = (uploads: readonly string[]) =>
  [
    "default-src 'self'",
    `connect-src 'self' ${uploads.join(' ')}`,
    "img-src 'self' data: blob:",
    "style-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Of a picture nothing is to be made but a picture, wherever it is opened. */
const nothingButItself = "default-src 'none'; sandbox";

const securityHeaders = (contentSecurityPolicy: string): ResponseSecurityHeadersBehavior => ({
  contentSecurityPolicy: { contentSecurityPolicy, override: true },
  strictTransportSecurity: {
    accessControlMaxAge: Duration.days(730),
    includeSubdomains: true,
    override: true,
  },
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
  // A link's secret is in the fragment, which no referrer carries; nothing else should tell where people come from.
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
});

/** For the console and the API; `uploads` are the only other origins that the console speaks to. */
export function securityHeadersPolicy(scope: Construct, uploads: readonly string[]): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, 'SecurityHeaders', {
    securityHeadersBehavior: securityHeaders(contentSecurityPolicy(uploads)),
    customHeadersBehavior: {
      customHeaders: [
        { header: 'Cross-Origin-Opener-Policy', value: 'same-origin', override: true },
        { header: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()', override: true },
      ],
    },
  });
}

export function pictureHeadersPolicy(scope: Construct): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, 'PictureHeaders', {
    securityHeadersBehavior: securityHeaders(nothingButItself),
    customHeadersBehavior: {
      customHeaders: [
        { header: 'Content-Disposition', value: 'inline', override: true },
        // Applications beside the console, under the same domain, may show them too.
        { header: 'Cross-Origin-Resource-Policy', value: 'same-site', override: true },
      ],
    },
  });
}

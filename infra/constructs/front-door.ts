/**
 * One address for everything: the console, the API under `/v1`, and people's pictures under `/pictures`, so that no
 * browser needs CORS or a foreign cookie.
 */
import { Duration } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { acceptRisks } from './accept.ts';
import { bundlePath } from './built.ts';
import { importOrigin } from './import-files.ts';
import { uploadOrigin } from './picture-files.ts';
import { problemSpeaker } from './problem-speaker.ts';
import { pictureHeadersPolicy, securityHeadersPolicy } from './security-headers.ts';
import { uncachedWithPlace } from './told-place.ts';

type FrontDoorProps = {
  readonly settings: Settings;
  readonly consoleFiles: s3.Bucket;
  /** Lets CloudFront read it. */
  readonly pictures: s3.Bucket;
  /** The HTTP API's host name. */
  readonly apiHost: string;
};

export class FrontDoor extends Construct {
  readonly distribution: cloudfront.Distribution;
  /** Without a slash at its end. */
  readonly url: string;

  constructor(scope: Construct, id: string, { settings, consoleFiles, pictures, apiHost }: FrontDoorProps) {
    super(scope, id);
    const uploads = [uploadOrigin(this, settings), importOrigin(this, settings)];
    const responseHeadersPolicy = securityHeadersPolicy(this, uploads);
    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: `Tenantry ${settings.stage}`,
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      defaultRootObject: 'index.html',
      defaultBehavior: { ...this.consoleBehavior(consoleFiles), responseHeadersPolicy },
      additionalBehaviors: {
        '/v1/*': { ...apiBehavior(this, settings, apiHost), responseHeadersPolicy },
        '/pictures/*': pictureBehavior(this, pictures),
      },
      errorResponses: refusalsAreNotCached,
      ...this.ownDomain(settings),
      ...this.accessLog(settings),
    });
    this.url = `https://${settings.consoleDomain ?? this.distribution.distributionDomainName}`;
    acceptRisks(this.distribution, {
      CFR1: 'Whom the product serves is its operator’s choice; no country is refused by default.',
      CFR2: 'A web ACL costs a fixed sum a month, so it is the operator’s choice. The API throttles, and Cognito holds up whoever guesses passwords.',
      CFR3: 'Off by default, since it keeps every visitor’s address; the setting accessLogs switches it on. The API keeps its own log.',
      CFR4: 'Without a domain of one’s own CloudFront’s certificate decides; with one, TLS 1.2 is the least.',
    });
  }

  private consoleBehavior(files: s3.Bucket): cloudfront.BehaviorOptions {
    const showPage = new cloudfront.Function(this, 'ShowPage', {
      comment: 'Every page of the console is the one document',
      code: cloudfront.FunctionCode.fromFile({ filePath: `${bundlePath(this, 'show-page')}/index.js` }),
      runtime: cloudfront.FunctionRuntime.JS_2_0,
    });
    return {
      origin: S3BucketOrigin.withOriginAccessControl(files),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      functionAssociations: [{ function: showPage, eventType: cloudfront.FunctionEventType.VIEWER_REQUEST }],
    };
  }

  private ownDomain({ consoleDomain, certificateArn }: Settings): Partial<cloudfront.DistributionProps> {
    if (consoleDomain === undefined || certificateArn === undefined) return {};
    return {
      domainNames: [consoleDomain],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
    };
  }

  private accessLog({ accessLogs, logRetentionDays }: Settings): Partial<cloudfront.DistributionProps> {
    if (!accessLogs) return {};
    const logBucket = new s3.Bucket(this, 'AccessLog', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // CloudFront writes its logs by way of an access control list.
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ expiration: Duration.days(logRetentionDays) }],
    });
    acceptRisks(logBucket, { S1: 'It is itself the log.' });
    return { enableLogging: true, logBucket };
  }
}

function apiBehavior(scope: Construct, settings: Settings, apiHost: string): cloudfront.BehaviorOptions {
  return {
    origin: new HttpOrigin(apiHost),
    allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
    cachePolicy: uncachedWithPlace(scope),
    originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
    edgeLambdas: [
      {
        functionVersion: problemSpeaker(scope, settings),
        eventType: cloudfront.LambdaEdgeEventType.ORIGIN_RESPONSE,
      },
    ],
  };
}

/** The bucket lets CloudFront in by itself: it stands in another stack, which cannot wait for this one. */
function pictureBehavior(scope: Construct, pictures: s3.Bucket): cloudfront.BehaviorOptions {
  const { originAccessControlId } = new cloudfront.S3OriginAccessControl(scope, 'PicturesAccess');
  return {
    origin: S3BucketOrigin.withBucketDefaults(pictures, { originAccessControlId }),
    viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
    responseHeadersPolicy: pictureHeadersPolicy(scope),
  };
}

/**
 * Left alone, CloudFront keeps an error for ten seconds even where caching is disabled, whoever asked: one
 * person's 404 would answer another, and an item that was just made would stay missing.
 */
const refusalsAreNotCached: cloudfront.ErrorResponse[] = [
  400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504,
].map(httpStatus => ({ httpStatus, ttl: Duration.seconds(0) }));

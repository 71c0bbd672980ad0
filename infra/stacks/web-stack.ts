/**
 * Where everything answers. The API's gateway stands here without its routes: CloudFront needs its address, and
 * the Lambdas behind the routes need CloudFront's, for the links in mails.
 */
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { consoleBucket, deployConsole } from '../constructs/console-files.ts';
import { exportBucket } from '../constructs/export-files.ts';
import { FrontDoor } from '../constructs/front-door.ts';
import { Gateway } from '../constructs/gateway.ts';
import { importBucket } from '../constructs/import-files.ts';
import { uploadBucket } from '../constructs/picture-files.ts';
import type { Settings } from '../settings.ts';

type WebStackProps = StackProps & { readonly settings: Settings; readonly pictures: Bucket };

export class WebStack extends Stack {
  readonly api: HttpApi;
  readonly consoleUrl: string;
  readonly uploads: Bucket;
  readonly exports: Bucket;
  readonly imports: Bucket;

  constructor(scope: Construct, id: string, { settings, pictures, ...props }: WebStackProps) {
    super(scope, id, props);
    const gateway = new Gateway(this, 'Gateway', { settings });
    const consoleFiles = consoleBucket(this);
    const door = new FrontDoor(this, 'FrontDoor', {
      settings,
      consoleFiles,
      pictures,
      apiHost: gateway.host,
    });
    deployConsole(this, consoleFiles, door.distribution);
    this.uploads = uploadBucket(this, settings, door.url);
    this.exports = exportBucket(this);
    this.imports = importBucket(this, settings, door.url);
    this.api = gateway.api;
    this.consoleUrl = door.url;
    new CfnOutput(this, 'ConsoleUrl', { value: door.url });
    new CfnOutput(this, 'DistributionDomain', {
      value: door.distribution.distributionDomainName,
      description: 'What a domain of your own has to point at',
    });
  }
}

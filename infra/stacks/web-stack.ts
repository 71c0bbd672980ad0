/**
 * Where everything answers. The API's gateway stands here without its routes: CloudFront needs its address, and
 * the Lambdas behind the routes need CloudFront's, for the links in mails.
 */
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { consoleBucket, deployConsole } from '../constructs/console-files.ts';
import { FrontDoor } from '../constructs/front-door.ts';
import { Gateway } from '../constructs/gateway.ts';
import type { Settings } from '../settings.ts';

export class WebStack extends Stack {
  readonly api: HttpApi;
  readonly consoleUrl: string;

  constructor(
    scope: Construct,
    id: string,
    { settings, ...props }: StackProps & { readonly settings: Settings },
  ) {
    super(scope, id, props);
    const gateway = new Gateway(this, 'Gateway', { settings });
    const consoleFiles = consoleBucket(this);
    const door = new FrontDoor(this, 'FrontDoor', { settings, consoleFiles, apiHost: gateway.host });
    deployConsole(this, consoleFiles, door.distribution);
    this.api = gateway.api;
    this.consoleUrl = door.url;
    new CfnOutput(this, 'ConsoleUrl', { value: door.url });
    new CfnOutput(this, 'DistributionDomain', {
      value: door.distribution.distributionDomainName,
      description: 'What a domain of your own has to point at',
    });
  }
}
